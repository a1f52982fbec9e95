"""Inheritance: types with their bases in, the same types with inherited rows marked out.

A row whose name an ancestor declares is that ancestor's. What derives from an open type is open
(CSDL 4.0, 6.3).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.schema.model import (
    Property,
    QualifiedName,
    Source,
    StructuredType,
    WireName,
)
from docgen.schema.resolve.keys import with_key
from docgen.schema.resolve.parts import StructuredGroup
from docgen.schema.written import written
from docgen.source import Span


def with_inheritance(
    types: Sequence[StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
) -> Checked[tuple[StructuredType, ...]]:
    """Mark inherited rows and settle keys; `types` come with bases before derived types."""
    settled: dict[QualifiedName, StructuredType] = {}
    declared: dict[QualifiedName, dict[WireName, Property]] = {}
    diagnostics: list[Diagnostic] = []
    for one in types:
        ancestors = tuple(_ancestors(one, settled))
        found = _settled(one, ancestors, declared, groups[one.name])
        diagnostics += found.diagnostics
        settled[one.name] = found.value
        declared[one.name] = {row.name: row for row in _own(found.value)}
    return Checked(tuple(settled.values()), tuple(diagnostics))


def _ancestors(
    one: StructuredType, settled: Mapping[QualifiedName, StructuredType]
) -> Iterator[StructuredType]:
    base = settled.get(one.base_type) if one.base_type else None
    while base is not None:
        yield base
        base = settled.get(base.base_type) if base.base_type else None


def _own(one: StructuredType) -> Iterator[Property]:
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None:
            yield row


def _settled(
    one: StructuredType,
    ancestors: tuple[StructuredType, ...],
    declared: Mapping[QualifiedName, Mapping[WireName, Property]],
    group: StructuredGroup,
) -> Checked[StructuredType]:
    diagnostics: list[Diagnostic] = []
    sections: list[tuple[Property, ...]] = []
    for rows in (one.properties, one.navigation_properties):
        marked = tuple(_marked(row, ancestors, declared) for row in rows)
        sections.append(marked)
        diagnostics += _retyped(marked, declared, group)
    marked_type = replace(
        one,
        open=one.open or any(ancestor.open for ancestor in ancestors[:1]),
        properties=sections[0],
        navigation_properties=sections[1],
    )
    keyed = with_key(marked_type, ancestors, group)
    return Checked(keyed.value, (*diagnostics, *keyed.diagnostics))


def _marked(
    row: Property,
    ancestors: Iterable[StructuredType],
    declared: Mapping[QualifiedName, Mapping[WireName, Property]],
) -> Property:
    for ancestor in ancestors:
        if row.name in declared[ancestor.name]:
            return replace(row, inherited_from=ancestor.name)
    return row


def _retyped(
    rows: Iterable[Property],
    declared: Mapping[QualifiedName, Mapping[WireName, Property]],
    group: StructuredGroup,
) -> Iterator[Diagnostic]:
    for row in rows:
        original = declared[row.inherited_from][row.name] if row.inherited_from else row
        if original.type != row.type:
            message = (
                f"`{row.name}` is `{written(row.type)}` here and `{written(original.type)}` "
                f"in `{row.inherited_from}`, which declares it"
            )
            span = _type_span(group, row.source)
            yield diagnostic(Code.INHERITED_ROW, message, row.source.path, span)


def _type_span(group: StructuredGroup, source: Source) -> Span:
    """Give the place of the type cell of the row at `source`."""
    spans = (
        row.type_span
        for part in group.parts
        for row in (
            *part.declaration.properties,
            *part.declaration.navigation_properties,
        )
        if part.path == source.path and row.span.line == source.line
    )
    return next(spans, Span(source.line))
