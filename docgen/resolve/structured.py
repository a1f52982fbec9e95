"""Structured types: the groups of a page set in, types with bases, kinds and inherited rows out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, quote
from docgen.extract.declarations import RowDeclaration
from docgen.resolve.bases import resolve_bases
from docgen.resolve.hierarchy import in_hierarchy
from docgen.resolve.inheritance import contradicted_ancestry, with_inheritance
from docgen.resolve.operations import united_operations
from docgen.resolve.references import Naming, ResolvedName, named
from docgen.resolve.type_parts import (
    StructuredGroup,
    StructuredPart,
    elsewhere,
    spelt_otherwise,
)
from docgen.schema.model import (
    Property,
    Source,
    StructuredType,
    WireName,
    source_of,
    written,
)

T = TypeVar("T")


class PlacedRow(Struct, frozen=True, kw_only=True):
    """A row, the page that it stands on, and what its type cell refers to."""

    path: str
    row: RowDeclaration
    named: ResolvedName

    @property
    def source(self) -> Source:
        """The place of the name."""
        return source_of(self.path, self.row.name_span)


def structured_types(
    naming: Naming,
    groups: Sequence[StructuredGroup],
    paths: Mapping[str, str],
    entity_base: str,
) -> Result[tuple[StructuredType, ...]]:
    """Unite, place in the hierarchy and settle the structured types of a page set."""
    found = resolve_bases(naming, groups)
    above = {name: base.name for name, base in found.value.items() if base.name}
    with_bases = replace(naming, bases=above)
    united = [united_type(with_bases, group, paths) for group in groups]
    types = [one.value for one in united]
    placed = in_hierarchy(types, found.value, entity_base)
    by_name = {group.name: group for group in groups}
    settled = with_inheritance(placed.value, by_name)
    names = {one.name: one for one in settled.value}
    reported = (
        *(reported for one in united for reported in one.diagnostics),
        *found.diagnostics,
        *placed.diagnostics,
        *settled.diagnostics,
        *contradicted_ancestry(naming.name_index, names, by_name),
    )
    return Result(settled.value, reported)


def united_type(
    naming: Naming, group: StructuredGroup, paths: Mapping[str, str]
) -> Result[StructuredType]:
    """Unite the parts of a type; a row that stands in both tables is a relationship."""
    own, navigation = _united_rows(naming, group)
    operations = united_operations(naming, group.parts, paths)
    declarations = [part.declaration for part in group.parts]
    united = StructuredType(
        kind="complex",
        name=group.name,
        abstract=any(d.abstract for d in declarations),
        open=any(d.open for d in declarations),
        key=next((d.key for d in declarations if d.key), ()),
        description=next((d.description for d in declarations if d.description), None),
        deprecated=declarations[0].deprecated,
        sources=tuple(dict.fromkeys(part.source for part in group.parts)),
        annotation=next((d.annotation for d in declarations if d.annotation), None),
        sample=next((d.sample for d in declarations if d.sample), None),
        properties=own.value,
        navigation_properties=navigation.value,
        operations=operations.value,
    )
    reported = (*own.diagnostics, *navigation.diagnostics, *operations.diagnostics)
    return Result(united, (*reported, *_contradictions(group), *spelt_otherwise(group)))


def _united_rows(
    naming: Naming, group: StructuredGroup
) -> tuple[Result[tuple[Property, ...]], Result[tuple[Property, ...]]]:
    rows = [
        _placed(naming, p, r) for p in group.parts for r in p.declaration.properties
    ]
    related = [
        _placed(naming, p, r)
        for p in group.parts
        for r in p.declaration.navigation_properties
    ]
    names = {placed.row.name for placed in related}
    both = [placed for placed in rows if placed.row.name in names]
    own = [placed for placed in rows if placed.row.name not in names]
    return united_rows(own), united_rows([*related, *both])


def _placed(naming: Naming, part: StructuredPart, row: RowDeclaration) -> PlacedRow:
    found = named(naming, part.path, part.declaration.namespace, row.type)
    return PlacedRow(path=part.path, row=row, named=found)


def _contradictions(group: StructuredGroup) -> Iterator[Diagnostic]:
    """Report where pages of one type state different keys."""
    keys = [part for part in group.parts if part.declaration.key]
    for part in keys[1:]:
        if part.declaration.key != keys[0].declaration.key:
            own = quote(", ".join(part.declaration.key))
            taken = quote(", ".join(keys[0].declaration.key))
            source = source_of(keys[0].path, keys[0].declaration.key_span)
            message = (
                f"key is {own} here, but {taken} {elsewhere(part.path, source)}; "
                f"used {taken}"
            )
            advice = "use the same key in both places"
            span = part.declaration.key_span
            yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def united_rows(rows: Iterable[PlacedRow]) -> Result[tuple[Property, ...]]:
    """Unite the rows by name, in the order in which the names come."""
    groups: dict[WireName, list[PlacedRow]] = {}
    for row in rows:
        groups.setdefault(row.row.name, []).append(row)
    diagnostics = (
        reported for group in groups.values() for reported in _reported(group)
    )
    properties = tuple(map(_property, groups.values()))
    return Result(properties, tuple(diagnostics))


def _property(group: Sequence[PlacedRow]) -> Property:
    if len(group) == 1:
        return _property_of_row(group[0])
    facts = [placed.row.facts for placed in group]
    sources = tuple(dict.fromkeys(placed.source for placed in group))
    return Property(
        name=group[0].row.name,
        type=_taken(group).named.type,
        source=sources[0],
        sources=sources if len(sources) > 1 else (),
        description=_first(placed.row.description for placed in group),
        nullable=_first(f.nullable for f in facts),
        read_only=_first(f.read_only for f in facts),
        required=_first(f.required for f in facts),
        is_key=_first(f.is_key for f in facts),
        values=next((f.values for f in facts if f.values), ()),
        default=_first(f.default for f in facts),
        deprecated=_first(f.deprecated for f in facts),
        returned_on_select=_first(f.returned_on_select for f in facts),
        filter=next((f.filter for f in facts if f.filter), ()),
    )


def _property_of_row(placed: PlacedRow) -> Property:
    row, facts = placed.row, placed.row.facts
    return Property(
        name=row.name,
        type=placed.named.type,
        source=placed.source,
        description=row.description,
        nullable=facts.nullable,
        read_only=facts.read_only,
        required=facts.required,
        is_key=facts.is_key,
        values=facts.values,
        default=facts.default,
        deprecated=facts.deprecated,
        returned_on_select=facts.returned_on_select,
        filter=facts.filter,
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _taken(group: Sequence[PlacedRow]) -> PlacedRow:
    """Return the first row that names a type; one that names a declared type before others."""
    typed = [placed for placed in group if placed.row.type]
    declared = (placed for placed in typed if placed.named.type.is_declared)
    return next(declared, typed[0] if typed else group[0])


def _reported(group: Sequence[PlacedRow]) -> Iterator[Diagnostic]:
    """Report types, duplicate rows of the name, and rows that contradict the first."""
    if len(group) == 1:
        yield from group[0].named.reported
        return
    taken = _taken(group)
    seen: set[str] = set()
    for placed in group:
        row, path = placed.row, placed.path
        yield from placed.named.reported
        if path in seen:
            message = f"`{row.name}` is declared twice on this page"
            advice = "combine the rows"
            yield diagnostic(Code.DUPLICATE_ROW, message, path, row.name_span, advice)
        seen.add(path)
        if row.type and placed.named.type != taken.named.type:
            yield _other_type(placed, taken)


def _other_type(placed: PlacedRow, taken: PlacedRow) -> Diagnostic:
    other = written(taken.named.type)
    message = (
        f"`{placed.row.name}` is `{written(placed.named.type)}` here, but `{other}` "
        f"{elsewhere(placed.path, taken.source)}; used `{other}`"
    )
    advice = "use the same type in both rows"
    return diagnostic(
        Code.CONTRADICTION, message, placed.path, placed.row.type_span, advice
    )
