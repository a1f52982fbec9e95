"""The table of diagnostics: every code is declared here and nowhere else.

To add one, add a member here and a case under `tests/cases` that triggers it. Severities:
*error*: something on the page can't be used; *warning*: it is used, after a repair or a choice;
*note*: it is used, and is worth knowing.
"""

from collections.abc import Mapping
from enum import Enum, StrEnum, unique

from msgspec import Struct


class Severity(StrEnum):
    """The severity of a diagnostic; an error makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Example(Struct, frozen=True):
    """Markdown that triggers a code, and the same without the problem.

    Table rows alone stand for a page with these rows below `## Properties`.
    """

    wrong: str
    right: str


class Rule(Struct, frozen=True):
    """The declaration of a code.

    `summary` says what is wrong, `reason` why it matters and what docgen does about it, `fix` what
    to write instead. A house rule is in a `rule_set`, and reported only if the configuration
    names that.
    """

    severity: Severity
    summary: str
    reason: str
    fix: str
    example: Example | None = None
    rule_set: str = ""


MICROSOFT_GRAPH = "microsoft-graph"
"""The set of the house rules of Microsoft Graph."""

_HOUSE_RULE = (
    'This is a house rule. It is reported with `rules = "{}"` in the configuration, or if its '
    'severity is configured: `severity = {{ {} = "warning" }}`.'
)


def _code_block(code: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in code.split("\n"))


@unique
class Code(Enum):
    """Every diagnostic that docgen can report."""

    @property
    def id(self) -> str:
        """The code as it is reported: `unreadable-page`."""
        return self.name.lower().replace("_", "-")

    @property
    def explanation(self) -> str:
        """The reason, the fix and the example, as markdown."""
        rule = self.value
        paragraphs = [rule.reason, f"Fix: {rule.fix}"]
        if rule.rule_set:
            paragraphs.append(_HOUSE_RULE.format(rule.rule_set, self.id))
        if rule.example:
            wrong, right = map(_code_block, (rule.example.wrong, rule.example.right))
            paragraphs += ["Instead of", wrong, "write", right]
        return "\n\n".join(paragraphs)

    # Files and their content
    UNREADABLE_PAGE = Rule(
        Severity.ERROR,
        "The page can't be read.",
        "The file is missing, can't be opened, or contains bytes that are not text. "
        "Nothing on the page is used; all other pages are. What was generated from the "
        "page, and from pages that refer to it, stays as it is.",
        "Check the path and the permissions of the file, and save it as UTF-8.",
    )
    EMPTY_PAGE = Rule(
        Severity.WARNING,
        "The page is empty.",
        "The file contains nothing but whitespace, so it declares no type. Often an "
        "editor or a script failed to save it.",
        "Restore the content of the page, or delete the file.",
    )
    DUPLICATE_PAGE = Rule(
        Severity.WARNING,
        "The page is given twice, or its path differs from another only in case.",
        "A file that several of the given paths lead to is read once. Two files whose "
        "paths differ only in case are both read, but Windows and macOS can't store "
        "both.",
        "Give each page once. Rename one of two files that differ only in case.",
    )
    UNUSED_EXCLUDE = Rule(
        Severity.WARNING,
        "A pattern of `exclude` matches nothing.",
        "No page and no folder of the sources matches the pattern in the "
        "configuration, so pages that it should exclude are probably read.",
        "Correct the pattern. It is relative to the folder of the configuration file; "
        "`**` matches any number of folders.",
    )
    INVALID_ENCODING = Rule(
        Severity.WARNING,
        "The page is not valid UTF-8, or contains control characters.",
        "A page that is not UTF-8 is read as UTF-16 or Windows-1252, which may be "
        "wrong. NUL and other control characters are replaced.",
        "Save the page as UTF-8, and remove control characters.",
    )
    CONFLICT_MARKER = Rule(
        Severity.ERROR,
        "The page contains a merge conflict marker.",
        "git left a line of `<<<<<<<`, `=======` or `>>>>>>>` on the page. docgen "
        "ignores the line and reads both sides, so both versions may be in the "
        "generated code.",
        "Resolve the conflict: keep one version, and delete the marker lines.",
        Example(
            "<<<<<<< HEAD\n"
            "|name|String|The name.|\n"
            "=======\n"
            "|name|String|The display name.|\n"
            ">>>>>>> main",
            "|name|String|The display name.|",
        ),
    )
    OVERSIZED_TEXT = Rule(
        Severity.WARNING,
        "A cell or paragraph is too long, or its brackets are nested too deeply.",
        "Content of more than 100,000 characters, or with brackets nested more than "
        "100 deep, is kept as plain text. Links and formatting in it are not "
        "recognised.",
        "Shorten the content, or split it into several paragraphs.",
    )
    INVALID_SUPPRESSION = Rule(
        Severity.WARNING,
        "A suppression comment can't be understood.",
        "`<!-- docgen: ignore CODE -->` suppresses a code on its line, or on the next "
        "line if nothing else is on its line; `<!-- docgen: ignore-page CODE -->` "
        "suppresses it on the whole page. Several codes are separated by commas; a "
        "reason in parentheses may follow. This comment has other words, or names an "
        "unknown code. Valid codes in it are suppressed.",
        "Correct the comment. `docgen explain` lists the codes.",
        Example(
            "<!-- docgen: ignroe broken-link -->",
            "<!-- docgen: ignore broken-link (page is not published yet) -->",
        ),
    )
    UNUSED_SUPPRESSION = Rule(
        Severity.WARNING,
        "A suppression comment suppresses nothing.",
        "The code in the comment is not reported there. The comment would hide the "
        "problem if it came back. This is reported only when all pages are read, and "
        "can't be suppressed.",
        "Remove the code from the comment, or the whole comment.",
    )
    # The structure of a page
    INVALID_FRONT_MATTER = Rule(
        Severity.WARNING,
        "The front matter is not closed, or a line of it is not YAML.",
        "Front matter is enclosed by two lines of `---` at the start of the page, and "
        "has one `key: value` pair per line. docgen uses the valid lines; other tools "
        "may reject all of them.",
        "Close the front matter with `---`. If a value has special characters, put the "
        "whole value in quotes.",
        Example(
            "---\n" 'title: "team" resource type\n' "---",
            "---\n" "title: 'team resource type'\n" "---",
        ),
    )
    UNCLOSED_COMMENT = Rule(
        Severity.WARNING,
        "An HTML comment is never closed.",
        "A comment without `-->` hides the rest of the page, unless it begins within "
        "a line or contains an annotation. The message says what is hidden.",
        "Add `-->` at the end of the comment.",
        Example(
            "<!-- The properties of a team.\n" "\n" "## Properties",
            "<!-- The properties of a team. -->\n" "\n" "## Properties",
        ),
    )
    ESCAPED_COMMENT = Rule(
        Severity.WARNING,
        "An HTML comment is escaped.",
        "Some editors and formatters write `&lt;!--` or `\\<!--` for the start of a "
        "comment. Markdown then displays the comment. docgen reads it as a comment, or "
        "as an annotation if it is one.",
        "Write `<!--` and `-->`. To display a comment, put it in backticks.",
        Example(
            "&lt;!-- The properties of a team. --&gt;",
            "<!-- The properties of a team. -->",
        ),
    )
    UNCLOSED_FENCE = Rule(
        Severity.WARNING,
        "A code block is never closed.",
        "A line of three backticks starts a code block, and another one ends it. "
        "Without it, the rest of the page is displayed as code. docgen ends the block "
        "before the next code block, heading or comment.",
        "Add a line of three backticks after the code.",
        Example(
            "```json\n" '{ "id": "string" }\n' "\n" "## Properties",
            "```json\n" '{ "id": "string" }\n' "```\n" "\n" "## Properties",
        ),
    )
    INVALID_HEADING = Rule(
        Severity.WARNING,
        "A heading has no space after its `#`.",
        "Markdown displays the line as text. docgen reads it as a heading, because it "
        "looks like one of a resource page.",
        "Add a space after the `#`.",
        Example(
            "##Properties",
            "## Properties",
        ),
    )
    INVALID_ANNOTATION = Rule(
        Severity.ERROR,
        "The JSON of an annotation can't be read.",
        "The comment that contains `blockType` must be a JSON object. docgen ignores "
        "it, and with it the type name, the key and the base type that it declares.",
        "Correct the JSON.",
        Example(
            '<!-- { "blockType": "resource", "keyProperty" } -->',
            '<!-- { "blockType": "resource", "keyProperty": "id" } -->',
        ),
    )
    REPAIRED_JSON = Rule(
        Severity.WARNING,
        "JSON on the page is invalid and was repaired.",
        "JSON allows no trailing commas, comments or curly quotation marks. docgen "
        "reads the JSON as if it were valid; other tools reject it.",
        "Correct the JSON.",
        Example(
            '<!-- { "blockType": "resource", "keyProperty": "id", } -->',
            '<!-- { "blockType": "resource", "keyProperty": "id" } -->',
        ),
    )
    MISSPELLED_ANNOTATION = Rule(
        Severity.WARNING,
        "A key or the `blockType` of an annotation is misspelled.",
        "The key is not known, but differs from a known one by one letter, or in case. docgen "
        "reads it as the known one; other tools ignore it.",
        "Correct the spelling.",
        Example(
            '<!-- { "blockType": "resource", "keyPropery": "id" } -->',
            '<!-- { "blockType": "resource", "keyProperty": "id" } -->',
        ),
    )
    INVALID_SAMPLE = Rule(
        Severity.WARNING,
        "The sample JSON of a resource can't be read.",
        "The code block after a resource annotation must be a JSON object. docgen "
        "uses the tables of the page without it.",
        "Write one JSON object in the code block.",
        Example(
            '<!-- { "blockType": "resource" } -->\n' "```json\n" "id: string\n" "```",
            '<!-- { "blockType": "resource" } -->\n'
            "```json\n"
            '{ "id": "string" }\n'
            "```",
        ),
    )
    TRANSLATED_PAGE = Rule(
        Severity.WARNING,
        "The page is a translation.",
        "docgen finds the sections of a translated page by their anchors "
        '(`<a name="properties"></a>`) and by common translations of their titles, the columns '
        "by their positions, and the types by the targets of links. Facts such as read-only "
        "are only read from descriptions in English.",
        "Use the English source page.",
        Example(
            "# Schiff\n"
            "\n"
            "## Eigenschaften\n"
            "\n"
            "|Eigenschaft|Typ|Beschreibung|\n"
            "|:---|:---|:---|\n"
            "|name|String|Der Name.|",
            "# ship resource type\n"
            "\n"
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    TRANSLATED_NAME = Rule(
        Severity.WARNING,
        "The name of a property is a translation.",
        "A translated page names a property with letters that names in JSON do not have. The "
        "property has that name in the schema, which is not the name in JSON.",
        "Write the name as the English page does.",
        Example(
            '# <a name="ship-resource-type"></a>ship リソースの種類\n'
            "\n"
            '## <a name="properties"></a>プロパティ\n'
            "\n"
            "|プロパティ|型|説明|\n"
            "|:---|:---|:---|\n"
            "|名前|String|船の名前。|",
            "# ship resource type\n"
            "\n"
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    # Tables
    MISSING_DELIMITER = Rule(
        Severity.WARNING,
        "A table has no delimiter row.",
        "Without a row of dashes below the header, markdown displays the lines as "
        "text. docgen reads them as a table, because they look like one.",
        "Add a delimiter row below the header.",
        Example(
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|name|String|The name.|",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    MISSING_HEADER = Rule(
        Severity.WARNING,
        "A table has no header row.",
        "The table starts with its delimiter row, or with a row above it, so its columns "
        "have no names. docgen infers their meaning from their order.",
        "Add a header row above the delimiter row.",
        Example(
            "## Properties\n" "\n" "|:---|:---|:---|\n" "|name|String|The name.|",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    INVALID_DELIMITER = Rule(
        Severity.WARNING,
        "A delimiter row doesn't match its header, is repeated, or has other content.",
        "Markdown displays a table only if the header and the delimiter row have the "
        "same number of columns, each with a dash. docgen uses the columns of the "
        "header, ignores further delimiter rows, and reads a row on the same line.",
        "Write one delimiter row of dashes with as many columns as the header.",
        Example(
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|\n"
            "|name|String|The name.|",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    JOINED_TABLE = Rule(
        Severity.WARNING,
        "The lines of a table are joined into a paragraph.",
        "A formatter that does not recognise a table, for example because its delimiter "
        "row has too few columns, joins and wraps its lines as those of a paragraph. docgen "
        "separates the rows if each has its outer pipes and as many cells as the header; "
        "otherwise it ignores them.",
        "Write the header, the delimiter row and each row on a line of its own, with as "
        "many columns in the delimiter row as in the header.",
        Example(
            "## Properties\n"
            "\n"
            "|Property|Type|Description| |:---|:---|:---| |name|String|The name.|",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    ADJACENT_TABLES = Rule(
        Severity.WARNING,
        "A table starts directly below another one, or a row repeats the header.",
        "Markdown reads the header of the second table as a row of the first. docgen "
        "reads a separate table, because a delimiter row follows or all cells are known "
        "headers. A row with the headers of its own table is ignored.",
        "Add a blank line or a heading between the tables, or delete the repeated header.",
        Example(
            "|name|String|The name.|\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|size|Int32|The size.|",
            "|name|String|The name.|\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|size|Int32|The size.|",
        ),
    )
    EXTRA_CELL = Rule(
        Severity.WARNING,
        "A row has more cells than its table has columns.",
        "Usually the last cell contains a `|` that is not escaped, possibly in a code "
        "span. docgen joins the extra cells to the last column; markdown doesn't "
        "display them.",
        "Write `\\|` for a `|` in a cell.",
        Example(
            "|name|String|Either `a|b` or `c`.|",
            "|name|String|Either `a\\|b` or `c`.|",
        ),
    )
    MISSING_CELL = Rule(
        Severity.WARNING,
        "A row has fewer cells than its table has columns.",
        "docgen treats the missing cells as empty, unless the content of a cell shows "
        "that it belongs to another column.",
        "Add the missing cells. They may be empty.",
        Example(
            "|name|String|",
            "|name|String||",
        ),
    )
    SPLIT_ROW = Rule(
        Severity.WARNING,
        "A table row spans several lines.",
        "In markdown a row is one line. docgen joins the line to the row above.",
        "Write the row on one line. Use `<br>` for a line break in a cell.",
        Example(
            "|name|String|The name.\n" "At most 64 characters.|",
            "|name|String|The name.<br>At most 64 characters.|",
        ),
    )
    SPLIT_TABLE = Rule(
        Severity.WARNING,
        "A blank line splits a table.",
        "The rows after the blank line have no header, so markdown displays them as "
        "text. docgen reads them as rows of the table above.",
        "Remove the blank line.",
        Example(
            "|name|String|The name.|\n" "\n" "|size|Int32|The size.|",
            "|name|String|The name.|\n" "|size|Int32|The size.|",
        ),
    )
    GROUP_ROW = Rule(
        Severity.NOTE,
        "A row is only a title for the rows that follow.",
        "The row declares nothing.",
        "Remove the row.",
        Example(
            "|**Sizes**|||\n" "|length|Int32|The length.|",
            "|length|Int32|The length.|",
        ),
    )
    EMPTY_ROW = Rule(
        Severity.NOTE,
        "A row is empty.",
        "The row declares nothing.",
        "Delete the row.",
        Example(
            "|name|String|The name.|\n" "||||",
            "|name|String|The name.|",
        ),
    )
    HIDDEN_ROW = Rule(
        Severity.WARNING,
        "A row is hidden by a comment or a code block, or is in an included file.",
        "The row declares nothing. It may be hidden on purpose. But a comment or code "
        "block whose end is missing continues to the end of the next one, and hides "
        "everything between them. Files that a page includes are not read.",
        "If the row should be read, close the comment or the code block above it, or "
        "write the included rows on the page. If it is hidden on purpose, write "
        "`<!-- docgen: ignore-page hidden-row -->`.",
    )
    IGNORED_REQUEST = Rule(
        Severity.WARNING,
        "A request line is ignored.",
        "Only the first line of a code block in an example is read as a request. Further "
        "requests are ignored, and so are those in a comment or a code block that is not "
        "closed.",
        "Move the request to the section `HTTP request`, or to a code block of its own; "
        "close the comment or code block above it.",
    )
    IGNORED_ROW = Rule(
        Severity.WARNING,
        "A row of a type is ignored.",
        "A heading such as `## Properties` announces rows, but the columns of the table are "
        "not those of such a table, the rows are a list or lines of text, or the page "
        "declares no type. The rows are neither in the schema nor in the generated code.",
        "Write the rows as a table with the usual columns, on the page of an enum type "
        "below `## Members`. If they describe something else, change the heading.",
        Example(
            "## Properties\n" "\n" "* name: String. The name.",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name.|",
        ),
    )
    UNRELATED_ROW = Rule(
        Severity.NOTE,
        "A row is in a table about something else.",
        "Neither the heading nor the columns of the table are those of methods, "
        "properties, relationships or enum members, so its rows are not in the schema.",
        "If the rows describe the type, move them to a table below a heading such as "
        "`## Properties`. Otherwise suppress the note.",
    )
    EMPTY_SECTION = Rule(
        Severity.WARNING,
        "A section for rows is empty.",
        "Nothing is below a heading such as `## Properties`. Either its rows are "
        "missing, or there are none.",
        "Add the table, or write the word `None`.",
        Example(
            "## Relationships\n" "\n" "## Methods\n" "\n" "None.",
            "## Relationships\n" "\n" "None.\n" "\n" "## Methods\n" "\n" "None.",
        ),
    )
    PROPERTIES_OF_SAMPLE = Rule(
        Severity.WARNING,
        "A type has no properties table; its properties are those of its sample.",
        "The page has an annotation and a sample, but no section of properties. docgen "
        "declares a property for each key, with a type that fits its value. A sample "
        "has neither the exact type nor a description.",
        "Add a table below `## Properties`; write `None.` there if the type has no "
        "properties.",
    )
    DIFFERENT_SAMPLE = Rule(
        Severity.NOTE,
        "The sample of a type and its rows differ.",
        "The sample has keys without a row on the pages of the type or of its base "
        "types, or properties are not in the sample. docgen declares the rows. "
        "Properties of open types need no row.",
        "Add the missing rows, or the missing keys.",
        Example(
            "|name|String|The name.|\n"
            "\n"
            '<!-- { "blockType": "resource" } -->\n'
            "```json\n"
            '{ "name": "String", "size": 1 }\n'
            "```",
            "|name|String|The name.|\n"
            "|size|Int32|The size.|\n"
            "\n"
            '<!-- { "blockType": "resource" } -->\n'
            "```json\n"
            '{ "name": "String", "size": 1 }\n'
            "```",
        ),
    )
    UNKNOWN_COLUMN = Rule(
        Severity.NOTE,
        "The header of a column is unknown or repeated.",
        "docgen knows the usual headers, such as Property, Type, Return type and "
        "Description. What the cells of this column say is neither in the schema nor "
        "in the generated code. Only the second column below a heading such as "
        "Properties is read by its position: it has the types.",
        "Rename the column, or move its content to the description.",
        Example(
            "## Properties\n"
            "\n"
            "|Property|Type|Description|Since|\n"
            "|:---|:---|:---|:---|\n"
            "|name|String|The name.|2.1|",
            "## Properties\n"
            "\n"
            "|Property|Type|Description|\n"
            "|:---|:---|:---|\n"
            "|name|String|The name. Since 2.1.|",
        ),
    )
    # Declarations
    PLACEHOLDER = Rule(
        Severity.NOTE,
        "A placeholder was left on the page.",
        "The tool that creates a page inserts text such as `**TODO: Add "
        "Description**`. docgen never copies it to the generated code.",
        "Replace the placeholder.",
        Example(
            "|name|String|**TODO: Add Description**|",
            "|name|String|The name.|",
        ),
    )
    NO_TYPE = Rule(
        Severity.WARNING,
        "The page declares no type.",
        "Its front matter or its annotation says that the page describes a resource, "
        "but there is neither an annotation with `@odata.type` nor a heading such as "
        "`# team resource type`. Nothing is generated for the page.",
        "Add the annotation or the heading.",
        Example(
            "---\n" "doc_type: resourcePageType\n" "---\n" "\n" "# Working with teams",
            "---\n" "doc_type: resourcePageType\n" "---\n" "\n" "# team resource type",
        ),
    )
    NO_REQUEST = Rule(
        Severity.WARNING,
        "An API page shows no HTTP request.",
        "The front matter says that the page is an API page, but no code block has a "
        "line such as `GET /teams/{id}`. So the page describes no operation, and its "
        "parameters are ignored.",
        "Add a code block with the request below `## HTTP request`. If the page is "
        "about something else, correct its `doc_type`.",
        Example(
            "---\ndoc_type: apiPageType\n---\n\n# Get team\n\n## HTTP request\n\n"
            "See below.",
            "---\ndoc_type: apiPageType\n---\n\n# Get team\n\n## HTTP request\n\n"
            "```http\nGET /teams/{id}\n```",
        ),
    )
    INCOMPLETE_REQUEST = Rule(
        Severity.WARNING,
        "Parts of the URL of a request are left out.",
        "With dots or asterisks in place of some segments the URL can't be sent, and "
        "its parameters are unknown. The request is ignored; if the page has no other, "
        "it is used as it is.",
        "Write the complete URL, with a placeholder for each value.",
        Example(
            "# Get message\n\n## HTTP request\n\n"
            "```http\nGET /me/folders/{id}/.../messages/{id}\n```",
            "# Get message\n\n## HTTP request\n\n"
            "```http\nGET /me/folders/{folder-id}/messages/{message-id}\n```",
        ),
    )
    UNLISTED_OPERATION = Rule(
        Severity.NOTE,
        "No methods table links to an API page.",
        "Readers find an operation in the methods table of its type. Without a row "
        "there, the page becomes an operation of the type that the name of its file, "
        "its title or its URL begins with. A row of any table whose first cell links to the page "
        "is enough, because some operations are listed on a page about no type.",
        "Add a row with a link to the page to the methods table of the type.",
    )
    DIFFERENT_RETURN_TYPE = Rule(
        Severity.NOTE,
        "A methods table and the API page name different return types.",
        "docgen uses the type of the API page: what its response section says is right "
        "more often, and many tables name a type where `204 No Content` is returned. If "
        "the tables of several types link to one page, a row keeps its type if this is the "
        "type of its table, or if all of these rows name it.",
        "Write the type that is returned on both pages, or `None`.",
    )
    DIFFERENT_DEPRECATION = Rule(
        Severity.NOTE,
        "A methods table and the API page disagree on whether an operation is deprecated.",
        "Readers of one of the pages do not see that the operation is deprecated. docgen "
        "treats the operation as deprecated: its method has the decorator `deprecated`.",
        "Write `(deprecated)` after the label in the methods table, and a notice such as "
        "`This API is deprecated` on the API page; or delete both.",
    )
    UNUSABLE_OPTION = Rule(
        Severity.NOTE,
        "An API page offers an option of lists for an operation that returns one thing.",
        "A filter, an order, a search, a count, `$top` and `$skip` are for operations that "
        "return a collection. The option is in the schema, but the method that Python "
        "code calls does not have it. Options that a request line has are not reported.",
        "Delete the option, or write that a collection is returned.",
    )
    EMPTY_TYPE = Rule(
        Severity.NOTE,
        "The type has no properties, relationships, methods or enum members.",
        "The page has neither a table nor an annotation of the type. The generated "
        "class has no fields.",
        "Add a table below `## Properties`, or an annotation.",
    )
    INVALID_NAME = Rule(
        Severity.ERROR,
        "A name is missing, or is not valid.",
        "The name of a type, property or operation is empty, or contains characters "
        "that a name can't have, or is the end of a sentence of the row above. The name "
        "of an enum member may contain spaces. docgen ignores the row.",
        "Write the JSON name in the name column, for example `displayName`.",
        Example(
            "|display name!|String|The name.|",
            "|displayName|String|The name.|",
        ),
    )
    INVALID_CELL = Rule(
        Severity.WARNING,
        "A cell does not contain what its column is for.",
        "The values of enum members are integers (CSDL 4.0, 10.2.2), possibly hexadecimal or with "
        "a remark in parentheses. Columns such as `Required` and `Nullable` say yes or no. docgen "
        "ignores other text in them.",
        "Write the number, or yes or no. Move any other text to the description.",
        Example(
            "## Members\n\n|Member|Value|\n|:---|:---|\n|low|LOW|",
            "## Members\n\n|Member|Value|\n|:---|:---|\n|low|0|",
        ),
    )
    DUPLICATE_TYPE = Rule(
        Severity.WARNING,
        "Two pages declare one type.",
        "Another page declares the type, and the file of this page is not named after it. "
        "Usually a page was copied, and the `@odata.type` in its annotation was not changed. "
        "docgen uses the name in the heading if no page declares that type, and otherwise "
        "the rows of both pages. Pages such as `ship.md` and `port-ship.md` may both declare "
        "`ship`; API pages may declare any type.",
        "Correct the name in the annotation and in the heading. If the page adds to the type, let "
        "the name of its file end in that of the type.",
    )
    DUPLICATE_ROW = Rule(
        Severity.WARNING,
        "A name is declared twice in one type.",
        "docgen uses the first row, and adds what only the other rows say.",
        "Combine the rows.",
        Example(
            "|name|String|The name.|\n" "|name|String|The display name.|",
            "|name|String|The display name.|",
        ),
    )
    CONTRADICTION = Rule(
        Severity.WARNING,
        "Two places contradict each other.",
        "docgen uses one of them; the message names the one that was used. A table "
        "takes precedence over the sample JSON. For the name of a type, the annotation "
        "takes precedence over the heading. A base type in prose takes precedence over "
        "an annotation that only says `entity`. Whether a type is an entity type or a complex "
        "type is decided by weight of evidence: keys, methods, and the rows that have the type.",
        "Correct the place that is wrong.",
        Example(
            "|size|Int32|The size.|\n" "|size|String|The size.|",
            "|size|Int32|The size.|",
        ),
    )
    UNDECLARED_KEY = Rule(
        Severity.NOTE,
        "The key has no row.",
        "The annotation names a property in `keyProperty` that has no row on the "
        "page. docgen adds the property as a String.",
        "Add a row for the property, or correct `keyProperty`.",
    )
    EMPTY_BASE_TYPE = Rule(
        Severity.NOTE,
        "The annotation names an empty base type.",
        '`"baseType": ""` and `"baseType": null` mean that the type has no base type, '
        "not even the configured `entity_base`.",
        "Name the base type. Remove the key if the type derives from `entity_base`.",
        Example(
            '<!-- { "blockType": "resource", "@odata.type": "graph.team", "baseType": "" } -->',
            '<!-- { "blockType": "resource", "@odata.type": "graph.team" } -->',
        ),
    )
    INVALID_TYPE_EXPRESSION = Rule(
        Severity.ERROR,
        "A type cell doesn't contain a type.",
        "docgen keeps the row with an unknown type, which is `Any` in Python.",
        "Write a type name (`String`, `team`) or a link to the page of a type. For a "
        "list, add ` collection` after it or write `Collection(…)` around it.",
        Example(
            "|names|see below|The names.|",
            "|names|String collection|The names.|",
        ),
    )
    EXTRA_TEXT_IN_TYPE = Rule(
        Severity.WARNING,
        "A type cell contains more than a type.",
        "docgen uses the type, and ignores the rest: a length, an alternative, a "
        "sentence. Words that may mean a collection, but are not understood, make the "
        "type unknown, and so are the items of a collection of collections.",
        "Move the rest to the description.",
        Example(
            "|name|String (64)|The name.|",
            "|name|String|The name. At most 64 characters.|",
        ),
    )
    # Relations between pages
    UNRESOLVED_TYPE = Rule(
        Severity.WARNING,
        "No page declares the type.",
        "The name is kept in the schema. In Python the type is `Any`, so type "
        "checkers can't check its use. In an example, the `@odata.type` of an object names the "
        "type, and the object is not compared with any other. If docgen reads only some of the "
        "pages, types of the others are reported, too.",
        "Correct the name, or add a page that declares the type.",
        Example(
            "|owner|strnig|The owner.|",
            "|owner|String|The owner.|",
        ),
    )
    BROKEN_LINK = Rule(
        Severity.WARNING,
        "A link leads to a page or an anchor that doesn't exist.",
        "The target is not a page of the sources, or the page has no heading with the anchor. "
        "docgen uses the text of the link; if no page declares the type that it names, "
        "`unresolved-type` is reported instead. "
        "Links are checked when a source or a folder is read, not when single files "
        "outside the sources are given.",
        "Correct the target, or add the page.",
        Example(
            "See [the owner](onwer.md).",
            "See the owner.",
        ),
    )
    UNDEFINED_REFERENCE = Rule(
        Severity.WARNING,
        "A reference link has no definition.",
        "`[text][name]` needs a line `[name]: address` on the same page. docgen uses "
        "the text of the link.",
        "Add the definition, or write `[text](address)`.",
        Example(
            "|owner|[String][owner]|The owner.|",
            "|owner|String|The owner.|",
        ),
    )
    MISMATCHED_LINK = Rule(
        Severity.NOTE,
        "The text and the target of a link name different types.",
        "If a page declares a type with the name in the text, docgen uses this type, "
        "and the target only decides between namespaces. Otherwise docgen uses the "
        "type that the target declares. The message says which type was used.",
        "Correct the text or the target.",
    )
    AMBIGUOUS_TYPE = Rule(
        Severity.WARNING,
        "Several namespaces declare a type with this name.",
        "None of them is the namespace of the page, so docgen uses the type with the "
        "shortest qualified name.",
        "Link to the page of the type, or write its qualified name.",
    )
    NAME_CASE = Rule(
        Severity.NOTE,
        "A name or a link differs from what it refers to in case.",
        "docgen compares type names and paths regardless of case, and uses the spelling of the "
        "declaration or of the file. Many web servers and file systems do not. In an example, a "
        "key or an enum value differs from its row; services may reject it.",
        "Use the spelling of the declaration or of the file.",
        Example(
            "|parent|Ship|The parent.|",
            "|parent|ship|The parent.|",
        ),
    )
    BASE_TYPE_CYCLE = Rule(
        Severity.ERROR,
        "A type derives from itself.",
        "Following the base types leads back to the type. docgen drops the base type "
        "that closes the cycle.",
        "Correct one of the base types.",
    )
    INHERITED_TYPE_MISMATCH = Rule(
        Severity.NOTE,
        "A property has a different type than in its base type.",
        "A property has one type in all derived types, so docgen uses the type that "
        "the base type declares. The row keeps its position in the schema.",
        "Remove the row, or write the type that the base type declares.",
    )
    UNKNOWN_PERMISSION = Rule(
        Severity.WARNING,
        "A permission has an unknown form.",
        "The words of a permission are joined by dots, without spaces. docgen ignores what "
        "is not written so, or reads only a part of it.",
        "Write the permission as it is granted, for example `Mail.Read`.",
        Example(
            "# Get ship\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n"
            "|Application|Ship Read.All|\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```",
            "# Get ship\n\n## Permissions\n\n|Permission type|Permissions|\n|:---|:---|\n"
            "|Application|Ship.Read.All|\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```",
        ),
    )
    # Examples on API pages
    INVALID_EXAMPLE = Rule(
        Severity.WARNING,
        "A request or a response of an example can't be read.",
        "The annotation of a code block says that it is a request or a response, but its first "
        "line is not that of one; or a body is not JSON. docgen ignores the code block, or keeps "
        "the body as text. A body with dots in it is abbreviated on purpose, and not reported.",
        "Begin a request with its method and URL, a response with `HTTP/1.1 200 OK`. Correct the "
        "JSON.",
        Example(
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            '```http\nHTTP/1.1 200 OK\n\n{ "name": "Rose" "size": 3 }\n```',
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            '```http\nHTTP/1.1 200 OK\n\n{ "name": "Rose", "size": 3 }\n```',
        ),
    )
    MALFORMED_MESSAGE = Rule(
        Severity.NOTE,
        "The HTTP of an example is malformed.",
        "The first line of a response has a version and a status, headers follow on the next "
        "line, and a blank line separates them from the body. docgen reads the message as it was "
        "meant; other tools may read headers as a part of the body.",
        "Write the message as it is sent.",
        Example(
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            "```http\nHTTP 200 OK\n```",
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            "```http\nHTTP/1.1 200 OK\n```",
        ),
    )
    UNTESTED_EXAMPLE = Rule(
        Severity.NOTE,
        "No generated test sends the request of an example, or reads its response.",
        "Tests send each documented request with the generated client, and write the response as "
        "it was read. That needs a method with this URL, a parameter for everything in the body, "
        "and a response of the type that the page says. The message says what is missing.",
        "Describe in the tables what the example sends, or correct the example.",
    )
    UNMATCHED_URL = Rule(
        Severity.WARNING,
        "No request line of the page matches the URL of an example.",
        "Readers copy the URL of an example. Either it is wrong, or the page lacks a request "
        "line. URLs also match if one has `me` and the other `users/{id}`, if they differ in case, "
        "and if the example has a key in parentheses, arguments, or a type or `$count` at its end. "
        "Requests to other hosts are not compared, nor those whose annotation says `ignored`.",
        "Correct the URL, or add its request line below `## HTTP request`.",
        Example(
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            "```http\nGET /boats/1\n```",
            "# Get ship\n\n## HTTP request\n\n```http\nGET /ships/{id}\n```\n\n## Example\n\n"
            "```http\nGET /ships/1\n```",
        ),
    )
    DIFFERENT_METHOD = Rule(
        Severity.WARNING,
        "An example and the request line have different methods.",
        "The URL of the example is that of a request line, but its method is another one, and no "
        "other example of the page sends the documented request.",
        "Write the same method in both.",
        Example(
            "# Update ship\n\n## HTTP request\n\n```http\nPATCH /ships/{id}\n```\n\n## Example\n\n"
            "```http\nPUT /ships/1\n```",
            "# Update ship\n\n## HTTP request\n\n```http\nPATCH /ships/{id}\n```\n\n## Example\n\n"
            "```http\nPATCH /ships/1\n```",
        ),
    )
    DIFFERENT_SERVICE = Rule(
        Severity.WARNING,
        "An example calls another host or version than the other examples.",
        "At least two thirds of all examples call one host and version, and the URL of this one "
        "matches a request line of its page. Often an example was copied from another version of "
        "the pages.",
        "Write the same host and version as in the other examples.",
    )
    DIFFERENT_STATUS = Rule(
        Severity.WARNING,
        "The response section does not name the status of an example.",
        "The section says which statuses mean success, and a documented response has another "
        "one. docgen uses those of the section. Statuses of errors are not compared.",
        "Write the status that is sent in both places.",
        Example(
            "# Create ship\n\n## HTTP request\n\n```http\nPOST /ships\n```\n\n## Response\n\n"
            "If successful, this method returns `201 Created`.\n\n## Example\n\n"
            "```http\nHTTP/1.1 200 OK\n```",
            "# Create ship\n\n## HTTP request\n\n```http\nPOST /ships\n```\n\n## Response\n\n"
            "If successful, this method returns `201 Created`.\n\n## Example\n\n"
            "```http\nHTTP/1.1 201 Created\n```",
        ),
    )
    DIFFERENT_RESPONSE = Rule(
        Severity.WARNING,
        "A documented response differs from what the page says is returned.",
        "The response section says that nothing, one object or a collection is returned, and the "
        "example shows something else.",
        "Correct the section or the example.",
    )
    DIFFERENT_TYPE = Rule(
        Severity.WARNING,
        "The body of an example names another type than the section about it.",
        "The `@odata.type` of a documented body is neither the type that the request body or the "
        "response section says, nor one that derives from it, nor one that it derives from. "
        "docgen uses the type in the example, because sentences are copied from other pages.",
        "Correct the section or the example.",
    )
    UNKNOWN_PROPERTY = Rule(
        Severity.WARNING,
        "An example has a key that is not a property of its type.",
        "Neither the type, nor an ancestor, nor a type that derives from it has a row for the "
        "key. The key is misspelled, the row is missing, or the object is of another type. If most "
        "keys of an object are unknown, one diagnostic names them. Annotations, keys of open types "
        "and names with `_` or `.`, which are those of extensions, need no row.",
        "Correct the key, or add a row to the page of the type.",
    )
    WRONG_VALUE = Rule(
        Severity.WARNING,
        "A value in an example is not of the type that its row says.",
        "The JSON value can't be a value of the type: a number for a String, an object for a "
        "collection, a string for an object. Placeholders, nulls, and numbers in strings are "
        "not reported.",
        "Correct the value, or the type in the table.",
    )
    UNKNOWN_MEMBER = Rule(
        Severity.WARNING,
        "A value in an example is not a member of its enum type.",
        "The pages list all members of the type, and the value is not among them.",
        "Correct the value, or add the member to the enum type.",
    )
    UNDOCUMENTED_PARAMETER = Rule(
        Severity.WARNING,
        "An example or a sentence has a parameter that no table has.",
        "In an example, the body of an action, the parentheses of a function or the query string "
        "of a URL has a name without a row; or prose names a parameter (**speed** parameter) that "
        "neither a table nor a request line has. Options of OData such as `$select` need none.",
        "Add a row for the parameter, or correct its name in the example.",
        Example(
            "# ship: sail\n\n## HTTP request\n\n```http\nPOST /ships/{id}/sail\n```\n\n"
            "## Request body\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
            "|speed|Int32|The speed.|\n\n## Example\n\n"
            '```http\nPOST /ships/1/sail\n\n{ "sped": 3 }\n```',
            "# ship: sail\n\n## HTTP request\n\n```http\nPOST /ships/{id}/sail\n```\n\n"
            "## Request body\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
            "|speed|Int32|The speed.|\n\n## Example\n\n"
            '```http\nPOST /ships/1/sail\n\n{ "speed": 3 }\n```',
        ),
    )
    MISSING_PARAMETER = Rule(
        Severity.WARNING,
        "An example lacks a required parameter.",
        "A table says that the parameter is required, or the request line has it, and the "
        "example does not send it.",
        "Add the parameter to the example. If it is optional, say so in its row.",
    )
    MISSING_PARENTHESES = Rule(
        Severity.WARNING,
        "A function is shown without its parameters.",
        "The parameters of a function are in parentheses after its name. The request line has "
        "none, although a table has parameters for it, so the request can't be sent as it is "
        "shown. docgen adds them in the order of the table.",
        "Write the parameters in the request line: `count(kind='{kind}')`.",
        Example(
            "# ship: distance\n\n## HTTP request\n\n```http\nGET /ships/{id}/distance\n```\n\n"
            "## Function parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
            "|port|String|The port.|",
            "# ship: distance\n\n## HTTP request\n\n"
            "```http\nGET /ships/{id}/distance(port='{port}')\n```\n\n"
            "## Function parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
            "|port|String|The port.|",
        ),
    )
    # Python
    PYTHON_NAME = Rule(
        Severity.NOTE,
        "A name is different in Python.",
        "The name is a Python keyword, is used by the generated code itself, is not "
        "an identifier, or is the same as another name. The name in JSON is "
        "unchanged.",
        "No fix is needed. Use the Python name in code.",
    )
    # Output
    EXISTING_FILE = Rule(
        Severity.ERROR,
        "A file that docgen didn't write has the name of a generated file.",
        "docgen leaves the file unchanged, and doesn't write the generated one.",
        "Move the file, and run `docgen generate` again.",
    )
    MERGE_CONFLICT = Rule(
        Severity.ERROR,
        "Code was edited by hand and its page changed as well.",
        "docgen keeps your version. Everything else in the file is up to date. The "
        "conflict is reported until it is resolved.",
        "Run `docgen generate --diff` to see the generated version, or `docgen generate "
        "--keep-new` to write it next to the file, as `order.py.docgen-new`. Edit the "
        "file, then run `docgen accept FILE`.",
    )
    OBSOLETE_CODE = Rule(
        Severity.WARNING,
        "Edited code is no longer declared by a page.",
        "The page or the row that the code was generated from is gone. docgen keeps "
        "the code, because it was edited by hand.",
        "Delete the code, or run `docgen accept FILE` to keep it as hand-written code.",
    )
    REMOVED_CODE = Rule(
        Severity.WARNING,
        "Generated code was deleted by hand.",
        "docgen doesn't add it again. This is reported once.",
        "To restore the code, delete the whole file: the next run writes it again.",
    )
    RESTORED_CODE = Rule(
        Severity.WARNING,
        "Generated code was missing and was added again.",
        "The manifest lists the code, but no earlier version of the file is known to have had it: "
        "it was added on a branch whose version of the file was not chosen in a merge, "
        "or the file was left out of a commit.",
        "If you don't want the code, delete it and run `docgen accept FILE`.",
    )
    UNPARSABLE_OUTPUT = Rule(
        Severity.ERROR,
        "An edited file is not valid Python.",
        "An edit is not finished, or git left conflict markers in the file. docgen "
        "leaves the file unchanged. All other files are up to date.",
        "Correct the file, and run `docgen generate` again.",
    )
    MOVED_CODE = Rule(
        Severity.WARNING,
        "Hand-written code was moved to a new name.",
        "A page renamed a type or property; its path and its members show that it is "
        "the same one. docgen moved hand-written code to the new file or member, and "
        "replaced the old names in it.",
        "Check the moved code.",
    )
    AMBIGUOUS_RENAME = Rule(
        Severity.WARNING,
        "A type or property may have been renamed.",
        "Code that was edited by hand is no longer declared by a page, and something "
        "similar was added. docgen can't decide whether they are the same, and moved "
        "nothing.",
        "If they are the same, move your code to the new file or member. Then delete "
        "the old one.",
    )
    INCOMPLETE_STUB = Rule(
        Severity.WARNING,
        "The type of hand-written code is not in the stub.",
        "docgen copies the signatures of hand-written code to the stub of its module. "
        "It found no type for this name: it is a value without an annotation, is "
        "defined in an `if`, `try` or loop, or needs a name that the stub can't import. "
        "Type checkers report the name as unknown, or use `Any` as its type.",
        "Annotate it, for example `SIZES: dict[str, int] = read_sizes()`. Or declare it "
        "in the stub: what you write there stays.",
    )
    OVERWRITTEN_CODE = Rule(
        Severity.WARNING,
        "Hand-written code was overwritten, as `--force` requests.",
        "The file contains only generated code now.",
        "If you still need your version, restore it from version control.",
    )
    UNSAFE_OUTPUT = Rule(
        Severity.ERROR,
        "A path in the output folder leads out of it.",
        "The manifest names a path outside the folder, or the folder contains a "
        "symbolic link. docgen writes and removes nothing there.",
        "Remove the symbolic link, or the line of the manifest.",
    )
    UNWRITABLE_OUTPUT = Rule(
        Severity.ERROR,
        "A file can't be written.",
        "The file or its folder is read-only, a folder has the same name, or the disk "
        "is full. docgen never leaves a file half written.",
        "Correct the cause that the message names, and run `docgen generate` again.",
    )

    # House rules
    UNSORTED_ROWS = Rule(
        Severity.WARNING,
        "The rows of a table are not in alphabetical order.",
        "Readers find a property faster if the rows of properties and relationships are sorted by "
        "name. The fields of the generated classes have the same order; nothing else depends on "
        "it.",
        "Sort the rows by name, without regard to case. Rows below the title of a group are "
        "sorted within their group.",
        Example(
            "|name|String|The name.|\n|id|String|The key.|",
            "|id|String|The key.|\n|name|String|The name.|",
        ),
        rule_set=MICROSOFT_GRAPH,
    )
    UNSORTED_METHODS = Rule(
        Severity.WARNING,
        "The basic operations in a methods table are not in the usual order.",
        "Readers expect list, create, get, update and delete in this order on every page. "
        "Other operations, and those of other types (`List members` on the page of a team), may "
        "be anywhere.",
        "Sort the rows of these operations.",
        rule_set=MICROSOFT_GRAPH,
    )
    SECTION_ORDER = Rule(
        Severity.WARNING,
        "The sections are not in the usual order.",
        "All pages of a kind have the same order of sections. On a resource page it is methods, "
        "properties, relationships, JSON representation; on an API page permissions, HTTP "
        "request, parameters, request headers, request body, response, examples.",
        "Move the section.",
        rule_set=MICROSOFT_GRAPH,
    )
    DIFFERENT_TITLE = Rule(
        Severity.WARNING,
        "The title in the front matter differs from the heading.",
        "The title is shown in search results and in the table of contents, and the heading on "
        "the page. If they differ, one of them was probably not updated.",
        "Write the same text in both places.",
        rule_set=MICROSOFT_GRAPH,
    )
    INCOMPLETE_FRONT_MATTER = Rule(
        Severity.WARNING,
        "The front matter lacks a key.",
        "`title`, `description`, `author` and `doc_type` are needed to publish a page.",
        "Add the keys that the message names, each with a value.",
        rule_set=MICROSOFT_GRAPH,
    )
    ABSOLUTE_REQUEST = Rule(
        Severity.WARNING,
        "The URL of a request has a host or a version.",
        "The section HTTP request shows paths: the same page may be published for several hosts "
        "and versions. docgen reads the path in any case.",
        "Remove host and version.",
        rule_set=MICROSOFT_GRAPH,
    )
    REAL_DOMAIN = Rule(
        Severity.NOTE,
        "A real domain is used in an example.",
        "Names below `onmicrosoft.com` may belong to a customer. Those of companies that Microsoft "
        "reserves for examples, such as `contoso.onmicrosoft.com`, are not reported.",
        "Use one of the domains that are reserved for examples, such as `contoso.com`.",
        rule_set=MICROSOFT_GRAPH,
    )


BY_NAME = {code.id: code for code in Code}
"""Every code by its name."""

CODES_OF_EXAMPLES = frozenset(
    code.id
    for code in (
        *(Code.INVALID_EXAMPLE, Code.MALFORMED_MESSAGE, Code.REPAIRED_JSON),
        *(Code.UNMATCHED_URL, Code.DIFFERENT_METHOD, Code.DIFFERENT_SERVICE),
        *(Code.DIFFERENT_STATUS, Code.DIFFERENT_RESPONSE, Code.NAME_CASE),
        *(Code.UNKNOWN_PROPERTY, Code.WRONG_VALUE, Code.UNKNOWN_MEMBER),
        *(Code.UNDOCUMENTED_PARAMETER, Code.MISSING_PARAMETER),
        *(Code.MISSING_PARENTHESES, Code.UNRESOLVED_TYPE),
    )
)
"""The codes of mistakes in examples, which `generate` does not look for."""

HOUSE_CODES = frozenset(code.id for code in Code if code.value.rule_set)
"""The codes of house rules, which are off by default."""

RAISED: Mapping[str, Mapping[str, Severity]] = {
    MICROSOFT_GRAPH: {Code.PLACEHOLDER.id: Severity.WARNING},
}
"""The severities that a set of house rules gives to other codes."""
