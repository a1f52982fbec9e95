"""Inheritance: types with their bases in, the same types with inherited rows marked out.

A row whose name an ancestor declares is that ancestor's. What derives from an open type is open
(CSDL 4.0, 6.3). The hierarchy is walked from each base down, so that every type is seen once,
with what all types above it declare at hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.keys import with_key
from docgen.resolve.parts import StructuredGroup
from docgen.schema.model import (
    Property,
    QualifiedName,
    Source,
    StructuredType,
    WireName,
    source_of,
)
from docgen.schema.written import written
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
