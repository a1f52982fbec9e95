"""What the headings and the header cells of a page are called.

A new spelling of a section title or of a column is one more word here. Titles and headers are
compared in lower case, with single blanks.
"""

import re
from enum import StrEnum

from docgen.markdown.page import Inline


class TableKind(StrEnum):
    """What the rows of a table declare."""

    PROPERTIES = "properties"
    RELATIONSHIPS = "relationships"
    METHODS = "methods"
    MEMBERS = "members"


class Column(StrEnum):
    """What a column of a table holds."""

    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    VALUE = "value"
    REQUIRED = "required"
    NULLABLE = "nullable"
    READ_ONLY = "read_only"
    KEY = "is_key"


TITLES: dict[str, TableKind] = {
    "properties": TableKind.PROPERTIES,
    "property": TableKind.PROPERTIES,
    "instance attributes": TableKind.PROPERTIES,
    "attributes": TableKind.PROPERTIES,
    "relationships": TableKind.RELATIONSHIPS,
    "relationship": TableKind.RELATIONSHIPS,
    "navigation properties": TableKind.RELATIONSHIPS,
    "methods": TableKind.METHODS,
    "method": TableKind.METHODS,
    "functions": TableKind.METHODS,
    "actions": TableKind.METHODS,
    "bound actions": TableKind.METHODS,
    "tasks": TableKind.METHODS,
    "members": TableKind.MEMBERS,
    "enum members": TableKind.MEMBERS,
    "enumeration members": TableKind.MEMBERS,
}
"""Section titles that say what the tables under them declare."""

VALUES_TITLE = re.compile(
    r"(?P<name>[^\s].*?)\s+(?:(?:property|enum|enumeration) )?"
    r"(?:values?|enumeration|enum|members|flags|options)(?: \(deprecated\))?",
    re.IGNORECASE,
)
"""`riskLevel values`: a section that lists the members of an enum type."""
_TASKS_TITLE = re.compile(r"tasks on \w", re.IGNORECASE)
_OF_A_TYPE = re.compile(r"(?P<name>[^\W\d]\w*) (?:properties|instance attributes)")

COLUMNS: dict[str, Column] = {
    **dict.fromkeys(
        (
            "property",
            "property name",
            "relationship",
            "relationship name",
            "navigation property",
            "name",
            "method",
            "method name",
            "task",
            "task name",
            "common task",
            "action",
            "action name",
            "function",
            "member",
            "members",
            "member name",
            "enum member",
            "parameter",
            "parameter name",
        ),
        Column.NAME,
    ),
    **dict.fromkeys(
        (
            "type",
            "data type",
            "return type",
            "return types",
            "returns",
            "return",
            "http method",
            "rest path",
            "example request",
        ),
        Column.TYPE,
    ),
    **dict.fromkeys(("description", "descriptions", "purpose"), Column.DESCRIPTION),
    **dict.fromkeys(
        ("value", "values", "int value", "integer value", "numeric value"), Column.VALUE
    ),
    **dict.fromkeys(
        ("required", "required on create", "required?", "req."), Column.REQUIRED
    ),
    "nullable": Column.NULLABLE,
    **dict.fromkeys(("readonly", "read-only", "read only"), Column.READ_ONLY),
    "key": Column.KEY,
}
"""Header cells, and what the column below them holds."""

PROPERTY_HEADERS = frozenset({"property", "property name"})
"""Headers that mark a table of properties wherever it stands."""


def normal(text: str) -> str:
    """Give a title or a header as it is compared."""
    return " ".join(text.replace("\u200b", "").split()).rstrip(":").lower()


def titled_kind(title: str) -> TableKind | None:
    """Tell what the tables under a title declare, if the title says so."""
    words = normal(title)
    if words in TITLES:
        return TITLES[words]
    if _TASKS_TITLE.match(words):
        return TableKind.METHODS
    if _OF_A_TYPE.fullmatch(words):
        return TableKind.PROPERTIES
    return TableKind.MEMBERS if VALUES_TITLE.fullmatch(words) else None


def columns(header: tuple[Inline, ...]) -> tuple[Column | None, ...]:
    """Tell what each column holds; each kind of column once, `None` for the others."""
    found: list[Column | None] = []
    for cell in header:
        column = COLUMNS.get(normal(cell.plain))
        found.append(None if column in found else column)
    return tuple(found)
