"""The tables of a structured type: what their rows declare, and what every run needs of them.

The `zone` of a row is the number of the innermost zone of the page around it, or 0.
"""

from collections.abc import Sequence
from functools import cached_property

import msgspec
from msgspec import Struct

from docgen.extract.facts import Facts
from docgen.extract.type_expression import TypeExpression, TypeName
from docgen.schema.model import WireName
from docgen.schema.names import short_name
from docgen.source import Span


class RowDeclaration(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A row of a properties or relationships table.

    `type` is `None` if the cell does not name a type. `name_span`, `type_span` and
    `description_span` are the spans of the cells, or the span of the row without such a cell.
    """

    name: WireName
    span: Span
    name_span: Span
    type: TypeExpression | None
    type_span: Span
    description: str | None
    description_span: Span
    facts: Facts
    zone: int = 0


class OperationDeclaration(
    Struct, frozen=True, array_like=True, kw_only=True, gc=False
):
    """A row of a methods table.

    `name` need not be unique, `api_page` and `anchor` are from the link. `deprecation` is what the
    row says about that: empty if only the label has the remark, `None` if it is not deprecated.
    """

    name: str
    label: str
    span: Span
    label_span: Span
    returns_span: Span
    returns: TypeExpression | None
    returns_nothing: bool
    returns_text: str
    description: str | None
    api_page: str | None
    anchor: str = ""
    deprecation: str | None = None
    zone: int = 0


class TableRows(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The rows of the tables of a structured type."""

    properties: tuple[RowDeclaration, ...]
    navigation_properties: tuple[RowDeclaration, ...]
    operations: tuple[OperationDeclaration, ...]


class TypeTables(Struct, frozen=True, array_like=True, kw_only=True, dict=True):
    """The tables of a structured type: all rows, encoded, and what every run needs to know of them.

    `cell_names` are the names in type cells, each once; a relationship adds no name if it has the
    name of its type, or links to a page. `cell_targets` are the targets of links in type cells that
    lead to a section. `with_values` are the properties that list values or flags, and
    `navigation_with_values` the navigation properties. `marked` are the rows that the page calls
    inherited.
    """

    encoded: memoryview
    cell_names: tuple[str, ...] = ()
    cell_targets: tuple[str, ...] = ()
    has_properties: bool = False
    with_values: tuple[RowDeclaration, ...] = ()
    navigation_with_values: tuple[RowDeclaration, ...] = ()
    marked: tuple[RowDeclaration, ...] = ()

    @cached_property
    def rows(self) -> TableRows:
        """All rows."""
        return _ROWS_DECODER.decode(self.encoded)


def tables_of_rows(
    properties: tuple[RowDeclaration, ...],
    navigation_properties: tuple[RowDeclaration, ...],
    operations: tuple[OperationDeclaration, ...],
) -> TypeTables:
    """Return the tables that have these rows."""
    rows = TableRows(
        properties=properties,
        navigation_properties=navigation_properties,
        operations=operations,
    )
    both = (*properties, *navigation_properties)
    named = [(row, one) for row in properties for one in _names_of(row)]
    named += (
        (row, one)
        for row in navigation_properties
        for one in _names_of(row)
        if _may_name_enum(row, one)
    )
    targets = [
        one.target for row in both for one in _names_of(row) if _leads_to_section(one)
    ]
    return TypeTables(
        encoded=memoryview(msgspec.msgpack.encode(rows)),
        cell_names=tuple(dict.fromkeys(one.text for _, one in named)),
        cell_targets=tuple(dict.fromkeys(filter(None, targets))),
        has_properties=bool(properties),
        with_values=tuple(filter(_has_values, properties)),
        navigation_with_values=tuple(filter(_has_values, navigation_properties)),
        marked=tuple(row for row in both if row.facts.inherited_from),
    )


def _names_of(row: RowDeclaration) -> Sequence[TypeName]:
    return (row.type.name, *row.type.alternatives) if row.type else ()


def _leads_to_section(name: TypeName) -> bool:
    """Return whether a name links to a section."""
    return name.target is not None and "#" in name.target


def _may_name_enum(row: RowDeclaration, name: TypeName) -> bool:
    """Return whether a name in the cell of a relationship may be that of an enum type."""
    is_main = row.type is not None and name is row.type.name
    leads_to_page = name.target is not None and not _leads_to_section(name)
    has_name_of_type = short_name(name.text).lower() == row.name.lower()
    return not (leads_to_page and is_main) and not has_name_of_type


def _has_values(row: RowDeclaration) -> bool:
    return row.type is not None and bool(row.facts.values or row.facts.flags)


_ROWS_DECODER = msgspec.msgpack.Decoder(TableRows)
