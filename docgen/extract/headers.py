"""What a section title or a header cell says: their text in, the kind of table or column out.

Their words stand in `docgen.vocabulary`, and are compared in lower case, with single blanks.
"""

import re
from enum import StrEnum

from docgen.markdown.page import Inline
from docgen.vocabulary import COLUMNS, SECTIONS


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


TITLES = {word: TableKind(kind) for kind, words in SECTIONS.items() for word in words}
"""Section titles, and what the tables under them declare."""

VALUES_TITLE = re.compile(
    r"(?P<name>[^\s].*?)\s+(?:(?:property|enum|enumeration) )?"
    r"(?:values?|enumeration|enum|members|flags|options)(?: \(deprecated\))?",
    re.IGNORECASE,
)
"""`riskLevel values`: a section that lists the members of an enum type."""
_TASKS_TITLE = re.compile(r"tasks on \w", re.IGNORECASE)
_OF_A_TYPE = re.compile(r"(?P<name>[^\W\d]\w*) (?:properties|instance attributes)")

HEADERS = {word: Column(column) for column, words in COLUMNS.items() for word in words}
"""Header cells, and what the column below them holds."""


def normal(text: str) -> str:
    """Return a title or a header as it is compared."""
    return " ".join(text.replace("\u200b", "").split()).rstrip(":").lower()


def titled_kind(title: str) -> TableKind | None:
    """Return what the tables under a title declare, if the title says so."""
    words = normal(title)
    if words in TITLES:
        return TITLES[words]
    if _TASKS_TITLE.match(words):
        return TableKind.METHODS
    if _OF_A_TYPE.fullmatch(words):
        return TableKind.PROPERTIES
    return TableKind.MEMBERS if VALUES_TITLE.fullmatch(words) else None


def columns(header: tuple[Inline, ...]) -> tuple[Column | None, ...]:
    """Return what each column holds; each kind of column once, `None` for the others."""
    found: list[Column | None] = []
    for cell in header:
        column = HEADERS.get(normal(cell.plain))
        found.append(None if column in found else column)
    return tuple(found)
