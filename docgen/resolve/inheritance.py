"""Inheritance: types with their bases in, the same types with inherited rows marked out.

A row whose name an ancestor declares is that ancestor's. What derives from an open type is open
(CSDL 4.0, 6.3). The hierarchy is walked from each base down, so that every type is seen once,
with what all types above it declare at hand.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.declarations import RowDeclaration
from docgen.resolve.references import NameIndex, reference
from docgen.resolve.type_parts import StructuredGroup, StructuredPart, declared_name
from docgen.schema.edm import EDM_STRING
from docgen.schema.model import (
    Property,
    QualifiedName,
    Source,
    StructuredType,
    TypeReference,
    WireName,
    source_of,
    written,
)
from docgen.source import Span

Above: TypeAlias = dict[WireName, tuple[QualifiedName, Property]]
"""The rows that the types above declare, by name, with the type that declares them."""


def with_inheritance(
    types: Sequence[StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
) -> Result[tuple[StructuredType, ...]]:
    """Mark inherited rows and settle keys; `types` come with bases before derived types."""
    above: Above = {}
    settled: dict[QualifiedName, StructuredType] = {}
    keyed: set[QualifiedName] = set()
    parents = {one.base_type for one in types}
    diagnostics: list[Diagnostic] = []
    for one, is_left in _walked(types):
        if is_left:
            for row in _own(settled[one.name]):
                above.pop(row.name, None)
            continue
        base = settled.get(one.base_type) if one.base_type else None
        marked = _marked(one, base, above)
        found = with_key(marked, above, groups[one.name], one.base_type in keyed)
        diagnostics += (*_retyped(marked, above, groups[one.name]), *found.diagnostics)
        settled[one.name] = found.value
        if found.value.key or one.base_type in keyed:
            keyed.add(one.name)
        if one.name in parents:
            above.update((row.name, (one.name, row)) for row in _own(found.value))
    return Result(tuple(settled.values()), tuple(diagnostics))


def _walked(
    types: Sequence[StructuredType],
) -> Iterator[tuple[StructuredType, bool]]:
    """Return each type when it is entered, and a parent again when all that derive are done."""
    names = {one.name for one in types}
    derived: dict[QualifiedName | None, list[StructuredType]] = {}
    for one in types:
        base = one.base_type if one.base_type in names else None
        derived.setdefault(base, []).append(one)
    waiting = [(one, False) for one in reversed(derived.get(None, ()))]
    while waiting:
        one, is_left = waiting.pop()
        yield one, is_left
        if not is_left and one.name in derived:
            waiting.append((one, True))
            waiting += ((d, False) for d in reversed(derived[one.name]))


def _own(one: StructuredType) -> Iterator[Property]:
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None:
            yield row


def _marked(
    one: StructuredType, base: StructuredType | None, above: Above
) -> StructuredType:
    if not above and (base is None or base.open <= one.open):
        return one
    return replace(
        one,
        open=one.open or (base is not None and base.open),
        properties=tuple(_rows(one.properties, above)),
        navigation_properties=tuple(_rows(one.navigation_properties, above)),
    )


def _rows(rows: Iterable[Property], above: Above) -> Iterator[Property]:
    for row in rows:
        found = above.get(row.name)
        yield replace(row, inherited_from=found[0]) if found else row


def _retyped(
    one: StructuredType, above: Above, group: StructuredGroup
) -> Iterator[Diagnostic]:
    rows = (*one.properties, *one.navigation_properties)
    inherited = [(row, *above[row.name]) for row in rows if row.name in above]
    changed = [found for found in inherited if found[0].type != found[2].type]
    spans = _type_spans(group) if changed else {}
    for row, ancestor, original in changed:
        message = (
            f"`{row.name}` is `{written(row.type)}` here, but `{written(original.type)}` "
            f"in its ancestor `{ancestor}`; used `{written(original.type)}`"
        )
        advice = f"remove the row, or use the type that `{ancestor}` declares"
        span = spans[row.source]
        yield diagnostic(
            Code.INHERITED_TYPE_MISMATCH, message, row.source.path, span, advice
        )


def _type_spans(group: StructuredGroup) -> dict[Source, Span]:
    """Return the spans of the type cells by the spans of their rows."""
    return {
        source_of(part.path, row.name_span): row.type_span
        for part in group.parts
        for row in (
            *part.declaration.properties,
            *part.declaration.navigation_properties,
        )
    }


def with_key(
    keyed: StructuredType,
    above: Container[WireName],
    group: StructuredGroup,
    is_inherited: bool,
) -> Result[StructuredType]:
    """Settle the key of a type, and declare what neither it nor `above` has a row for."""
    if not keyed.key or is_inherited:
        return Result(replace(keyed, key=()))
    part = next(p for p in group.parts if p.declaration.key == keyed.key)
    if keyed.kind == "complex":
        return Result(replace(keyed, key=()), (_no_entity(keyed, part),))
    own = {row.name for row in (*keyed.properties, *keyed.navigation_properties)}
    lacking = [name for name in keyed.key if name not in own and name not in above]
    new = (_property(part, name) for name in lacking)
    reported = tuple(_undeclared(part, name) for name in lacking)
    return Result(replace(keyed, properties=(*new, *keyed.properties)), reported)


def _no_entity(keyed: StructuredType, part: StructuredPart) -> Diagnostic:
    name = keyed.key[0]
    message = (
        f"key `{name}` has no row, and `{keyed.name}` is not an entity type; "
        "used no key"
    )
    advice = "remove `keyProperty`, or add a row"
    span = part.declaration.key_span
    return diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _property(part: StructuredPart, name: WireName) -> Property:
    source = source_of(part.path, part.declaration.key_span)
    return Property(name=name, type=TypeReference(name=EDM_STRING), source=source)


def _undeclared(part: StructuredPart, name: WireName) -> Diagnostic:
    message = f"key `{name}` has no row; used the type `String`"
    advice = f"add a row for `{name}` below `## Properties`"
    span = part.declaration.key_span
    return diagnostic(Code.UNDECLARED_KEY, message, part.path, span, advice)


def contradicted_ancestry(
    index: NameIndex,
    types: Mapping[QualifiedName, StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
) -> Iterator[Diagnostic]:
    """Report each row that is marked as inherited, but that no ancestor declares."""
    for name, group in groups.items():
        found = [*_inherited(group)]
        one = types[name]
        rows = (*one.properties, *one.navigation_properties) if found else ()
        is_inherited = {row.name: bool(row.inherited_from) for row in rows}
        for part, row in found:
            if not is_inherited[row.name]:
                yield from _reported(index, part, row)


def _inherited(
    group: StructuredGroup,
) -> Iterator[tuple[StructuredPart, RowDeclaration]]:
    """Return the rows that are marked as inherited."""
    for part in group.parts:
        declared = part.declaration
        for row in (*declared.properties, *declared.navigation_properties):
            if row.facts.inherited_from:
                yield part, row


def _reported(
    index: NameIndex,
    part: StructuredPart,
    row: RowDeclaration,
) -> Iterator[Diagnostic]:
    named = [
        reference(index, part.path, part.declaration.namespace, name)
        for name in row.facts.inherited_from
    ]
    declared = [one.name for one in named if one.is_declared]
    if declared:
        message = (
            f"`{row.name}` is marked as inherited from `{declared[0]}`, which doesn't "
            f"declare it or is not a base type; used `{declared_name(part)}`"
        )
        advice = "add the row to the page of the base, or correct the base"
        span = row.facts.inherited_from[0].span
        yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
