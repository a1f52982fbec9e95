"""The table of diagnostics: each is declared here once, and nowhere else.

To add one, add a member here and a case under `tests/cases` that triggers it.
Severities follow one rule. *error*: something could not be used. *warning*: it was used, after a
repair or a choice. *note*: it was used, and is worth knowing.
"""

from enum import Enum, StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a diagnostic weighs; an error makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(Struct, frozen=True):
    """What the table knows of a code: its name, its severity, one line and a longer text."""

    name: str
    severity: Severity
    summary: str
    explanation: str


class Code(Enum):
    """Every diagnostic that docgen can give."""

    # Files and text
    UNREADABLE_PAGE = Rule(
        "unreadable-page",
        Severity.ERROR,
        "The page could not be read.",
        "The file is missing, may not be read, or holds bytes that are no text. "
        "Nothing on it was used; all other pages were.",
    )
    EMPTY_PAGE = Rule(
        "empty-page",
        Severity.WARNING,
        "The page is empty.",
        "The file holds nothing but blanks, if anything. It declares no type, and most "
        "often something went wrong when it was saved.",
    )
    DUPLICATE_PAGE = Rule(
        "duplicate-page",
        Severity.WARNING,
        "The page was named twice.",
        "The same file was reached by more than one of the given paths, and was read "
        "once. Or two files of the page set have the same path but for case: both "
        "were read, but not every system can hold both.",
    )
    UNUSED_EXCLUDE = Rule(
        "unused-exclude",
        Severity.WARNING,
        "A pattern of `exclude` matches nothing.",
        "No page and no folder of the sources matches the pattern in the configuration, "
        "so pages that it should exclude are probably read. Patterns are relative to the "
        "folder of `pyproject.toml`; `**` matches any number of folders.",
    )
    INVALID_ENCODING = Rule(
        "invalid-encoding",
        Severity.WARNING,
        "The page is not clean UTF-8 text.",
        "The file is not UTF-8 and was read as Windows-1252, or it holds NUL or other "
        "characters that no text has, which were replaced. Save the page as UTF-8.",
    )
    CONFLICT_MARKER = Rule(
        "conflict-marker",
        Severity.ERROR,
        "A merge conflict was left on the page.",
        "A line of `<<<<<<<`, `=======` or `>>>>>>>` stands on the page. The line was "
        "passed over and both sides were read. Settle the conflict.",
    )
    OVERSIZED_TEXT = Rule(
        "oversized-text",
        Severity.WARNING,
        "A text is too long to be read as markdown.",
        "Cells and paragraphs of more than 100,000 characters, and brackets nested "
        "hundreds deep, are kept as plain text: their links and markup are not looked "
        "at.",
    )
    INVALID_SUPPRESSION = Rule(
        "invalid-suppression",
        Severity.WARNING,
        "A comment to docgen can't be understood.",
        "A page asks docgen not to tell something with `<!-- docgen: ignore code -->` "
        "in front of it or on its line, or with `<!-- docgen: ignore-page code -->` "
        "for all of the page. There may be several codes, with commas between them, "
        "and a reason in brackets behind them. This comment has other words, or a "
        "code that is none; the codes in it that are in order were heeded.",
    )
    UNUSED_SUPPRESSION = Rule(
        "unused-suppression",
        Severity.WARNING,
        "A comment suppresses what is not told.",
        "The comment asks not to tell of something that is not, or no longer, the "
        "case, and would hide it when it comes back. Take the code out of the "
        "comment. This is told only where all pages of a set were read, and can't be "
        "suppressed by a comment itself.",
    )
    # The page
    INVALID_FRONT_MATTER = Rule(
        "invalid-front-matter",
        Severity.WARNING,
        "The front matter is not closed, or a line of it is no YAML.",
        "Front matter stands between two lines of `---` at the head of a page, one "
        "`key: value` a line. The lines that are in order were used.",
    )
    UNCLOSED_COMMENT = Rule(
        "unclosed-comment",
        Severity.WARNING,
        "An HTML comment is never closed.",
        "A comment that begins with `<!--` and has no `-->` hides everything to the "
        "end of the page. Close it.",
    )
    UNCLOSED_FENCE = Rule(
        "unclosed-fence",
        Severity.WARNING,
        "A block of code is never closed.",
        "A line of three backticks begins a block of code, and another one ends it. "
        "This one has no end; it was taken to end before the next block of code, "
        "heading or comment.",
    )
    INVALID_HEADING = Rule(
        "invalid-heading",
        Severity.WARNING,
        "A heading has no blank behind its `#`.",
        "Markdown takes `#Properties` for text. It looked like a heading of these "
        "pages all the same, and was read as one. Write `# Properties`.",
    )
    INVALID_ANNOTATION = Rule(
        "invalid-annotation",
        Severity.ERROR,
        "The JSON of an annotation can't be read.",
        "The comment that holds `blockType` must be a JSON object. It was not, and "
        "could not be repaired, so it was passed over.",
    )
    REPAIRED_JSON = Rule(
        "repaired-json",
        Severity.WARNING,
        "JSON on the page was read after a repair.",
        "A trailing comma, a comment, a curly quotation mark or the like stands in "
        "the JSON. JSON allows none of them; other tools will refuse it.",
    )
    INVALID_SAMPLE = Rule(
        "invalid-sample",
        Severity.WARNING,
        "The sample JSON of a resource can't be read.",
        "The block under a resource annotation must be a JSON object. It was not, and "
        "could not be repaired; the tables of the page were used without it.",
    )
    TRANSLATED_PAGE = Rule(
        "translated-page",
        Severity.WARNING,
        "The page is not an English source page.",
        "The headings of the page are not those of an English source page. What its "
        "annotation and its sample JSON say was used.",
    )
    # Tables
    MISSING_DELIMITER = Rule(
        "missing-delimiter",
        Severity.WARNING,
        "A table has no delimiter row.",
        "The second line of a table must be one of dashes (`|:---|:---|`). The lines "
        "looked like a table all the same, and were read as one.",
    )
    MISSING_HEADER = Rule(
        "missing-header",
        Severity.WARNING,
        "A table has no header row.",
        "A table begins with a row that names its columns. This one begins with its "
        "row of dashes; what its columns mean was taken from their order.",
    )
    INVALID_DELIMITER = Rule(
        "invalid-delimiter",
        Severity.WARNING,
        "A delimiter row has another number of columns than the header, or is one too "
        "many.",
        "Markdown takes lines for a table only where the header and the row of dashes "
        "have the same number of columns. The header's number was used. Further rows "
        "of dashes were passed over.",
    )
    ADJACENT_TABLES = Rule(
        "adjacent-tables",
        Severity.WARNING,
        "A table begins right below another.",
        "Markdown takes the header of the second table for a row of the first. Its "
        "row of dashes tells that it is one, so it was read as a table of its own.",
    )
    EXTRA_CELL = Rule(
        "extra-cell",
        Severity.WARNING,
        "A row has more cells than its table has columns.",
        "Most often a `|` stands in the text of the last cell, be it in a code span: "
        "write `\\|`. The surplus cells were joined to the last column.",
    )
    MISSING_CELL = Rule(
        "missing-cell",
        Severity.WARNING,
        "A row has fewer cells than its table has columns.",
        "The cells that are missing were taken as empty, or as the column that their "
        "text belongs to.",
    )
    SPLIT_ROW = Rule(
        "split-row",
        Severity.WARNING,
        "A row is broken over several lines.",
        "A table row is one line. The line that does not begin a row was joined to "
        "the one before it.",
    )
    SPLIT_TABLE = Rule(
        "split-table",
        Severity.WARNING,
        "A table is cut in two by a blank line.",
        "The rows after the blank line have no header, and were read as a part of the "
        "table above.",
    )
    GROUP_ROW = Rule(
        "group-row",
        Severity.NOTE,
        "A row only names the rows that follow it.",
        "It declares nothing. Markdown has no such rows; a heading says the same.",
    )
    EMPTY_ROW = Rule(
        "empty-row",
        Severity.NOTE,
        "A row is empty.",
        "It declares nothing and can be deleted.",
    )
    HIDDEN_ROW = Rule(
        "hidden-row",
        Severity.NOTE,
        "A row is hidden by a comment or a block of code.",
        "It declares nothing. It may be hidden on purpose; but a comment or a block of "
        "code that lost its end goes on to the end of another, and hides what stands "
        "between them.",
    )
    IGNORED_ROW = Rule(
        "ignored-row",
        Severity.NOTE,
        "A row belongs to a table that declares no members.",
        "The table stands under another heading, or its columns are not those of a "
        "methods, properties, relationships or members table, so its rows are no part "
        "of a type.",
    )
    UNKNOWN_COLUMN = Rule(
        "unknown-column",
        Severity.NOTE,
        "A column of a table has no known header.",
        "What its cells say is in neither the schema nor the code: no known column has "
        "that header, or one before it has the same meaning. The names that a column may "
        "have are those of real pages: Property, Type, Description, Return type and "
        "their like.",
    )
    # Declarations
    PLACEHOLDER = Rule(
        "placeholder",
        Severity.NOTE,
        "A placeholder was left on the page.",
        "A text such as `**TODO: Add Description**` was made by the tool that began "
        "the page. It is never taken over into Python. Write the text.",
    )
    NO_TYPE = Rule(
        "no-type",
        Severity.WARNING,
        "The page declares no type.",
        "Its front matter or its annotation says that it describes a resource, but no "
        "type name was found on it: neither an annotation with `@odata.type` nor a "
        "heading such as `# team resource type`.",
    )
    EMPTY_TYPE = Rule(
        "empty-type",
        Severity.NOTE,
        "The page declares a type and says nothing of it.",
        "It has no table and no annotation. The type was made, without properties.",
    )
    INVALID_NAME = Rule(
        "invalid-name",
        Severity.ERROR,
        "A name can't be one.",
        "The text where a type, a property or a member is named is empty, or is no "
        "name. The row was passed over.",
    )
    DUPLICATE_ROW = Rule(
        "duplicate-row",
        Severity.WARNING,
        "A name is stated twice in one type.",
        "The first row was used, with what only the others say added to it.",
    )
    CONTRADICTION = Rule(
        "contradiction",
        Severity.WARNING,
        "Two places state different things.",
        "The table beats the sample JSON; the annotation beats the heading for the "
        "name of a type; prose that names a base type beats an annotation that only "
        "says `entity`. The message ends on what was taken.",
    )
    UNDECLARED_KEY = Rule(
        "undeclared-key",
        Severity.NOTE,
        "The key stands in the annotation and in no table.",
        "The property that `keyProperty` names has no row on the page. It was taken "
        "as a string.",
    )
    EMPTY_BASE_TYPE = Rule(
        "empty-base-type",
        Severity.NOTE,
        "The annotation names an empty base type.",
        '`"baseType": ""` and `"baseType": null` say that the type has no base type. '
        "Leave the key out, or name the type.",
    )
    INVALID_TYPE_EXPRESSION = Rule(
        "invalid-type-expression",
        Severity.ERROR,
        "The text of a type cell is no type.",
        "A type is a name (`String`, `team`), a link to a page, or one of them with ` "
        "collection` behind it or `Collection(…)` around it. The row was kept with an "
        "unknown type.",
    )
    EXTRA_TEXT_IN_TYPE = Rule(
        "extra-text-in-type",
        Severity.WARNING,
        "The text of a type cell is more than a type.",
        "Words beside the type (a length, an alternative, a sentence) were passed "
        "over.",
    )
    # The page set
    UNRESOLVED_TYPE = Rule(
        "unresolved-type",
        Severity.WARNING,
        "No page declares the type that is named.",
        "The name is kept in the schema; in Python the type becomes `Any`. Add the "
        "page that declares it to the page set, or correct the name.",
    )
    BROKEN_LINK = Rule(
        "broken-link",
        Severity.WARNING,
        "A link leads to a page that is not in the page set.",
        "The target is no file of the page set. The text of the link was used.",
    )
    UNDEFINED_REFERENCE = Rule(
        "undefined-reference",
        Severity.WARNING,
        "A reference link has no definition.",
        "`[text][name]` needs a line `[name]: address` on the same page. The text was "
        "used.",
    )
    MISMATCHED_LINK = Rule(
        "mismatched-link",
        Severity.NOTE,
        "A link's text and its target name different types.",
        "Where a page declares a type of the name in the text, the text names the "
        "type, and the target only tells its namespace. Where none does, the type that "
        "the target declares was taken. The message says which.",
    )
    AMBIGUOUS_TYPE = Rule(
        "ambiguous-type",
        Severity.WARNING,
        "Several namespaces declare the type that is named.",
        "Link to its page, or write the qualified name. The one in the namespace of "
        "the page was taken, or else the shortest.",
    )
    NAME_CASE = Rule(
        "name-case",
        Severity.NOTE,
        "A name differs from its declaration in case.",
        "Names of types are compared without regard to case, for pages differ in it. "
        "The spelling of the declaration was used.",
    )
    BASE_TYPE_CYCLE = Rule(
        "base-type-cycle",
        Severity.ERROR,
        "A type derives from itself.",
        "Following the base types comes back to the type. The base type that closes "
        "the circle was dropped.",
    )
    INHERITED_TYPE_MISMATCH = Rule(
        "inherited-type-mismatch",
        Severity.NOTE,
        "A row's type differs from the one that its ancestor declares.",
        "The ancestor's declaration was taken; the row keeps its place in the schema.",
    )
    # Python
    PYTHON_NAME = Rule(
        "python-name",
        Severity.NOTE,
        "A name has another form in Python than a reader would look for.",
        "The name is a keyword, is used by the generated code itself, is no "
        "identifier, or falls together with another. The name on the wire is "
        "unchanged.",
    )
    # Output
    EXISTING_FILE = Rule(
        "existing-file",
        Severity.ERROR,
        "Somebody's own file has the name of a generated one.",
        "docgen never wrote it, and nothing in it is what docgen would write, so it was "
        "left as it is. Move it elsewhere, and the generated file takes its place.",
    )
    MERGE_CONFLICT = Rule(
        "merge-conflict",
        Severity.ERROR,
        "A page and a person changed the same code.",
        "What the person wrote stays, and everything else in the file is up to date. "
        "`docgen generate --diff` shows what docgen would write there, `--keep-new` "
        "writes it beside the file. Take over what you want of it, then say `docgen "
        "accept` and the file: it is told until then.",
    )
    OBSOLETE_CODE = Rule(
        "obsolete-code",
        Severity.WARNING,
        "Code that a person changed is on no page any more.",
        "The page no longer gives what the code was made for, but a person had changed "
        "it, so it stays. Delete it, or say `docgen accept` and the file to have it for "
        "your own.",
    )
    REMOVED_CODE = Rule(
        "removed-code",
        Severity.WARNING,
        "Generated code was deleted by hand.",
        "It stays away, and this is said once. To have it back, delete the whole file: "
        "it is written anew.",
    )
    UNPARSABLE_OUTPUT = Rule(
        "unparsable-output",
        Severity.ERROR,
        "An edited file is not Python that can be read.",
        "It was left as it is: somebody is half-way through an edit, or git left the "
        "marks of a conflict in it. Everything else was done; mend it and run again.",
    )
    MOVED_CODE = Rule(
        "moved-code",
        Severity.WARNING,
        "What people wrote went along with a new name.",
        "A page calls a type or property otherwise, and page and shape say that it is the "
        "same. So what people wrote is in the new file or member, with the new names.",
    )
    AMBIGUOUS_RENAME = Rule(
        "ambiguous-rename",
        Severity.WARNING,
        "It is not sure that a type or property has only got another name.",
        "What people edited is on no page any more, and something new stands in its "
        "place. Nothing was moved. If they are the same, carry over what you wrote and "
        "delete the old file or member.",
    )
    OVERWRITTEN_CODE = Rule(
        "overwritten-code",
        Severity.WARNING,
        "What a person wrote was written over, as `--force` demands.",
        "The file now holds what docgen writes. Your version control system still has "
        "what was there, if it was committed.",
    )
    UNSAFE_OUTPUT = Rule(
        "unsafe-output",
        Severity.ERROR,
        "A path in the output folder leads out of it.",
        "The manifest names a path, or the folder holds a link, that points outside. "
        "Nothing was written or removed there.",
    )
    UNWRITABLE_OUTPUT = Rule(
        "unwritable-output",
        Severity.ERROR,
        "A generated file could not be written.",
        "The system refused: the folder or file is read-only, a folder stands in its "
        "place, or the disk is full. Nothing was half written.",
    )


BY_NAME = {code.value.name: code for code in Code}
"""Every code by its name."""
