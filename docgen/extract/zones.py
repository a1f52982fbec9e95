"""Record the zone of each row: a reader of one zone does not see the rows of another."""

from typing import TypeVar

from msgspec.structs import replace

from docgen.extract.declarations import (
    EnumDeclaration,
    MemberDeclaration,
    TypeDeclaration,
)
from docgen.extract.type_tables import (
    OperationDeclaration,
    RowDeclaration,
    tables_of_rows,
)
from docgen.markdown.page import Zone

R = TypeVar("R", RowDeclaration, OperationDeclaration, MemberDeclaration)


def in_zones(type_: TypeDeclaration, zones: tuple[Zone, ...]) -> TypeDeclaration:
    """Return a declaration whose rows have the numbers of their zones."""
    if not zones:
        return type_
    if isinstance(type_, EnumDeclaration):
        return replace(type_, members=_numbered(type_.members, zones))
    tables = tables_of_rows(
        _numbered(type_.properties, zones),
        _numbered(type_.navigation_properties, zones),
        _numbered(type_.operations, zones),
    )
    return replace(type_, tables=tables)


def _numbered(rows: tuple[R, ...], zones: tuple[Zone, ...]) -> tuple[R, ...]:
    return tuple(replace(row, zone=_zone(row.span.line, zones)) for row in rows)


def _zone(line: int, zones: tuple[Zone, ...]) -> int:
    """Return the number of the innermost zone around a line, from 1; 0 outside all zones."""
    around = [n for n, zone in enumerate(zones, 1) if zone.first <= line <= zone.last]
    return max(around, key=lambda number: zones[number - 1].first, default=0)
