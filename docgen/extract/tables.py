"""Tables that declare something: the sections of a chapter in, tables with their meaning out.

The title of a section decides, not the header: presence-like pages head their properties
`Relationship`. A table under another title declares properties only where its header says
`Property` and `Type`, and no section of the chapter is called Properties; or where it stands
under a heading below Properties that isn't about the definition of something else.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.extract.chapters import Chapter
from docgen.extract.headers import (
    Column,
    TableKind,
    columns,
    normal,
    titled_kind,
)
from docgen.markdown.page import Inline, Row, Section, Table
from docgen.vocabulary import PROPERTY_HEADERS

_POSITIONS = {
    TableKind.PROPERTIES: (Column.NAME, Column.TYPE, Column.DESCRIPTION),
    TableKind.RELATIONSHIPS: (Column.NAME, Column.TYPE, Column.DESCRIPTION),
    TableKind.METHODS: (Column.NAME, Column.TYPE, Column.DESCRIPTION),
    TableKind.MEMBERS: (Column.NAME, Column.VALUE, Column.DESCRIPTION),
}
"""What the columns of a table without a header hold."""
_ELSEWHERE = re.compile(
    r"\bproperties of\b|\bdefinitions?\b|\bexamples?\b", re.IGNORECASE
)


class TypeTable(Struct, frozen=True, kw_only=True):
    """A table that declares something; `kind` is `None` for one that declares nothing."""

    kind: TableKind | None
    section: Section
    table: Table
    columns: tuple[Column | None, ...] = ()

    def cell(self, row: Row, column: Column) -> Inline | None:
        """Return the cell of a row in a column, if the table has that column."""
        if column not in self.columns:
            return None
        return row.cells[self.columns.index(column)]


def type_tables(chapter: Chapter) -> tuple[TypeTable, ...]:
    """Return every table of a chapter, in the order of the page, with what it declares."""
    titled = tuple(_titled(chapter))
    if any(t.kind == TableKind.PROPERTIES for t in titled):
        return titled
    return tuple(t if t.kind else _by_header(t) for t in titled)


def _titled(chapter: Chapter) -> Iterator[TypeTable]:
    parent: tuple[TableKind | None, int] = (None, 0)
    for section in chapter.sections:
        level = section.heading.level if section.heading else 0
        kind = titled_kind(title(section))
        if kind or level <= parent[1]:
            parent = (kind, level)
        for block in section.blocks:
            if isinstance(block, Table):
                yield _recognised(section, block, kind, parent[0])


def title(section: Section) -> str:
    """Return the plain title of a section; empty for what precedes the first heading."""
    return section.heading.content.plain if section.heading else ""


def _recognised(
    section: Section, table: Table, kind: TableKind | None, parent: TableKind | None
) -> TypeTable:
    found = TypeTable(kind=None, section=section, table=table)
    if kind is None:
        return _by_header(found) if parent == TableKind.PROPERTIES else found
    roles = _roles(table, kind)
    if not roles:
        return found
    return TypeTable(kind=kind, section=section, table=table, columns=roles)


def _roles(table: Table, kind: TableKind) -> tuple[Column | None, ...]:
    """Return what each column holds; nothing if they are not those of such a table."""
    if not table.header:
        width = max((len(row.cells) for row in table.rows), default=0)
        return (_POSITIONS[kind] + (None,) * width)[:width]
    roles = list(columns(table.header))
    if Column.NAME not in roles and roles[0] in (None, Column.VALUE, Column.KEY):
        roles[0] = Column.NAME
    if Column.NAME not in roles or not _fits(kind, roles, table.header):
        return ()
    return tuple(roles)


def _fits(
    kind: TableKind, roles: list[Column | None], header: tuple[Inline, ...]
) -> bool:
    match kind:
        case TableKind.PROPERTIES | TableKind.RELATIONSHIPS:
            return Column.TYPE in roles
        case TableKind.METHODS:
            return all(normal(cell.plain) != "type" for cell in header)
        case TableKind.MEMBERS:
            return Column.TYPE not in roles


def _by_header(found: TypeTable) -> TypeTable:
    """Take a table for one of properties if its header says so and its title nothing else."""
    roles = columns(found.table.header)
    names = {normal(cell.plain) for cell in found.table.header[:1]}
    if (
        Column.TYPE not in roles
        or names.isdisjoint(PROPERTY_HEADERS)
        or _ELSEWHERE.search(title(found.section))
    ):
        return found
    return TypeTable(
        kind=TableKind.PROPERTIES,
        section=found.section,
        table=found.table,
        columns=roles,
    )
