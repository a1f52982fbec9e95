"""Which codes `docgen lint --fix` corrects, and why the others not: one entry for each code.

A *safe* fix does not change what docgen reads, or adds only what was lost: `--fix` applies it.
An *unsafe* fix needs a look, because it is a guess or changes a meaning: `--unsafe-fixes` applies
it, too. The functions that make the edits are in `docgen.fixes`.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from docgen.diagnostics.codes import Code


class Applicability(StrEnum):
    """When a fix is applied."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Fixability(Struct, frozen=True):
    """When the fixes of a code are applied, `None` if it has none, and the reason."""

    applicability: Applicability | None
    reason: str

    @property
    def sentences(self) -> str:
        """The entry as sentences: `Automatic fix: safe. The space is added.`."""
        return f"Automatic fix: {self.applicability or 'none'}. {self.reason}"


_OF_GENERATED_FILES = "Generated files are not pages."


def _safe(reason: str) -> Fixability:
    return Fixability(Applicability.SAFE, reason)


def _unsafe(reason: str) -> Fixability:
    return Fixability(Applicability.UNSAFE, reason)


def _none(reason: str) -> Fixability:
    return Fixability(None, reason)


FIXABILITY: Mapping[Code, Fixability] = {
    Code.UNREADABLE_PAGE: _none(
        "The cause is outside of the page, or its text is lost."
    ),
    Code.EMPTY_PAGE: _none("The content is lost."),
    Code.DUPLICATE_PAGE: _none(
        "The arguments or the names of files are to be changed, not a page."
    ),
    Code.UNUSED_EXCLUDE: _none("The configuration is to be changed, not a page."),
    Code.INVALID_ENCODING: _none(
        "All bytes of the page would change, and what they mean is a guess."
    ),
    Code.CONFLICT_MARKER: _none("Only the author knows which version is right."),
    Code.OVERSIZED_TEXT: _none("Only the author knows where to split the text."),
    Code.INVALID_SUPPRESSION: _unsafe(
        "The code with the most similar name is written. It is a guess."
    ),
    Code.UNUSED_SUPPRESSION: _safe(
        "The code, or the comment, is removed. It has no effect."
    ),
    Code.INVALID_FRONT_MATTER: _safe(
        "`---` is added, or the value is put in quotes. docgen reads the same."
    ),
    Code.UNCLOSED_COMMENT: _safe(
        "`-->` is added after the JSON, where docgen ends the comment. Where "
        "another comment ends is not known."
    ),
    Code.ESCAPED_COMMENT: _unsafe(
        "The comment is written without escapes. Readers do not see it any more."
    ),
    Code.UNCLOSED_FENCE: _safe(
        "The line that ends the code block is added where docgen ends it."
    ),
    Code.INVALID_HEADING: _safe("The space is added. docgen reads the same."),
    Code.INVALID_ANNOTATION: _none(
        "JSON that can't be repaired has no certain meaning."
    ),
    Code.REPAIRED_JSON: _safe(
        "The JSON is written as docgen reads it. Comments and line breaks in "
        "strings are kept, because readers see them."
    ),
    Code.MISSPELLED_ANNOTATION: _safe(
        "The known key or value is written, as docgen reads it."
    ),
    Code.INVALID_SAMPLE: _none("JSON that can't be repaired has no certain meaning."),
    Code.TRANSLATED_PAGE: _none("A translation is made from the English page."),
    Code.TRANSLATED_NAME: _none("The name is only on the English page."),
    Code.MISSING_DELIMITER: _safe(
        "The delimiter row is added below the header. docgen reads the same."
    ),
    Code.MISSING_HEADER: _unsafe(
        "The usual header of the section is added. The columns may have another "
        "order."
    ),
    Code.INVALID_DELIMITER: _safe(
        "The delimiter row gets the columns of the header, or is removed where it "
        "is repeated."
    ),
    Code.JOINED_TABLE: _none("The lines of the table can't always be separated."),
    Code.ADJACENT_TABLES: _safe(
        "A blank line is added between the tables. docgen reads the same."
    ),
    Code.EXTRA_CELL: _safe("The pipes are escaped, as docgen reads the row."),
    Code.MISSING_CELL: _safe(
        "Empty cells are added at the end of the row. docgen reads the same."
    ),
    Code.SPLIT_ROW: _safe("The lines are joined, as docgen reads them."),
    Code.SPLIT_TABLE: _safe("The blank lines are removed. docgen reads the same."),
    Code.GROUP_ROW: _none("Readers see the title."),
    Code.EMPTY_ROW: _safe("The row is removed. It has no content."),
    Code.HIDDEN_ROW: _none("The row may be hidden on purpose."),
    Code.IGNORED_REQUEST: _none("Only the author knows where the request belongs."),
    Code.IGNORED_ROW: _none("Only the author knows what the row describes."),
    Code.UNRELATED_ROW: _none("The row may be right where it is."),
    Code.EMPTY_SECTION: _unsafe("`None.` is written. The rows may be missing instead."),
    Code.PROPERTIES_OF_SAMPLE: _none(
        "A sample has neither exact types nor descriptions."
    ),
    Code.DIFFERENT_SAMPLE: _none(
        "Only the author knows whether the sample or the table is right."
    ),
    Code.UNKNOWN_COLUMN: _none("Only the author knows what the column means."),
    Code.PLACEHOLDER: _none("Only the author knows the text."),
    Code.NO_TYPE: _none("Only the author knows the name of the type."),
    Code.NO_REQUEST: _none("Only the author knows the request."),
    Code.INCOMPLETE_REQUEST: _none("Only the author knows the rest of the URL."),
    Code.UNLISTED_OPERATION: _none(
        "The row is missing on another page, and its description is not known."
    ),
    Code.DIFFERENT_RETURN_TYPE: _unsafe(
        "The type of the API page is written in the methods table. The API page "
        "may be wrong."
    ),
    Code.DIFFERENT_DEPRECATION: _unsafe(
        "`(deprecated)` is added in the methods table. The notice on the API page "
        "may be wrong."
    ),
    Code.UNUSABLE_OPTION: _none(
        "Only the author knows whether the option or the response is wrong."
    ),
    Code.EMPTY_TYPE: _none("Only the author knows the rows."),
    Code.INVALID_NAME: _none("Only the author knows the name."),
    Code.INVALID_CELL: _none("Only the author knows the content."),
    Code.DUPLICATE_TYPE: _none(
        "The annotation, the heading or the name of the file may be wrong."
    ),
    Code.DUPLICATE_ROW: _safe(
        "The second of two rows that say the same is removed. Only the author can "
        "combine others."
    ),
    Code.CONTRADICTION: _unsafe(
        "In some cases, what docgen uses is written in the other place. The other "
        "place may be right."
    ),
    Code.UNDECLARED_KEY: _unsafe(
        "A row with the type `String` is added. The type may be another one."
    ),
    Code.EMPTY_BASE_TYPE: _none(
        "Only the author knows whether the type has a base type."
    ),
    Code.INVALID_TYPE_EXPRESSION: _none("Only the author knows the type."),
    Code.EXTRA_TEXT_IN_TYPE: _none("The rest of the text would be lost."),
    Code.UNRESOLVED_TYPE: _unsafe(
        "A declared type with a similar name is written. It is a guess."
    ),
    Code.BROKEN_LINK: _unsafe(
        "The address of a page or heading with a similar name is written. It is a "
        "guess."
    ),
    Code.UNDEFINED_REFERENCE: _none("Only the author knows the address."),
    Code.MISMATCHED_LINK: _unsafe(
        "The name of the linked type is written in the text of the link. The "
        "address may be wrong instead."
    ),
    Code.AMBIGUOUS_TYPE: _unsafe(
        "The qualified name that docgen uses is written. Another type may be " "meant."
    ),
    Code.NAME_CASE: _safe(
        "The spelling of the declaration, the row or the file is written, as docgen "
        "reads it. Not if the declaration joins words: it may have the mistake."
    ),
    Code.BASE_TYPE_CYCLE: _none("Only the author knows which base type is wrong."),
    Code.INHERITED_TYPE_MISMATCH: _unsafe(
        "The type that the base type declares is written. The base type may be "
        "wrong."
    ),
    Code.UNKNOWN_PERMISSION: _unsafe(
        "The words are joined with dots. A comma may be missing instead."
    ),
    Code.INVALID_EXAMPLE: _none("JSON that can't be repaired has no certain meaning."),
    Code.MALFORMED_MESSAGE: _safe(
        "The first line, or the blank line above the body, is written as HTTP "
        "requires."
    ),
    Code.UNTESTED_EXAMPLE: _none(
        "Only the author knows what the example should be, or what the tables lack."
    ),
    Code.UNMATCHED_URL: _none("Only the author knows which URL is right."),
    Code.DIFFERENT_METHOD: _unsafe(
        "The method of the request line is written in the example. The request "
        "line may be wrong."
    ),
    Code.DIFFERENT_SERVICE: _unsafe(
        "The host or version of the other examples is written. The call may be of "
        "another version on purpose."
    ),
    Code.DIFFERENT_STATUS: _unsafe(
        "The status of the response section is written in the example. The "
        "section may be wrong."
    ),
    Code.DIFFERENT_RESPONSE: _none("Only the author knows what is returned."),
    Code.DIFFERENT_TYPE: _none("Only the author knows which type is right."),
    Code.UNKNOWN_PROPERTY: _unsafe(
        "A property with a similar name is written. It is a guess."
    ),
    Code.WRONG_VALUE: _none("Only the author knows the value."),
    Code.UNKNOWN_MEMBER: _none("Only the author knows the value."),
    Code.UNDOCUMENTED_PARAMETER: _none("Only the author knows what the parameter is."),
    Code.MISSING_PARAMETER: _none("Only the author knows the value."),
    Code.MISSING_PARENTHESES: _unsafe(
        "The parameters are written after the name of the function. Quotation "
        "marks may be missing around a value."
    ),
    Code.PYTHON_NAME: _none("The page is right."),
    Code.EXISTING_FILE: _none(_OF_GENERATED_FILES),
    Code.MERGE_CONFLICT: _none(_OF_GENERATED_FILES),
    Code.OBSOLETE_CODE: _none(_OF_GENERATED_FILES),
    Code.REMOVED_CODE: _none(_OF_GENERATED_FILES),
    Code.RESTORED_CODE: _none(_OF_GENERATED_FILES),
    Code.UNPARSABLE_OUTPUT: _none(_OF_GENERATED_FILES),
    Code.MOVED_CODE: _none(_OF_GENERATED_FILES),
    Code.AMBIGUOUS_RENAME: _none(_OF_GENERATED_FILES),
    Code.INCOMPLETE_STUB: _none(_OF_GENERATED_FILES),
    Code.OVERWRITTEN_CODE: _none(_OF_GENERATED_FILES),
    Code.UNSAFE_OUTPUT: _none(_OF_GENERATED_FILES),
    Code.UNWRITABLE_OUTPUT: _none(_OF_GENERATED_FILES),
    Code.UNSORTED_ROWS: _safe(
        "The rows are sorted. The types are the same; generated fields get the order of the rows."
    ),
    Code.UNSORTED_METHODS: _none("Rows of other operations may belong to these rows."),
    Code.SECTION_ORDER: _none("A section may refer to the one above it."),
    Code.DIFFERENT_TITLE: _unsafe(
        "The text of the heading is written in the front matter. The heading may be wrong."
    ),
    Code.INCOMPLETE_FRONT_MATTER: _none("Only the author knows the values."),
    Code.ABSOLUTE_REQUEST: _safe(
        "Host and version are removed. docgen reads the same."
    ),
    Code.REAL_DOMAIN: _none("Only the author knows which domain to use instead."),
}
"""Every code, in the order of `Code`."""
