"""Inheritance: mark the rows that types inherit, and resolve their keys.

A row is inherited if an ancestor declares a row of that name. A type that derives from an open type
is open (CSDL 4.0, 6.3). The hierarchy is traversed depth first from each root, so that every type
is visited once, with all rows that its ancestors declare.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Replacement, Result, diagnostic
from docgen.extract.type_tables import RowDeclaration
from docgen.resolve.references import NameIndex, reference
from docgen.resolve.type_parts import (
    MarkedRows,
    StructuredGroup,
    StructuredPart,
)
from docgen.schema.edm import EDM_STRING
from docgen.schema.model import (
    Property,
    QualifiedName,
    Source,
    StructuredType,
    TypeReference,
    WireName,
    page_type,
    short_page_type,
    source_of,
)
from docgen.source import Span

AncestorRows: TypeAlias = dict[WireName, tuple[QualifiedName, Property]]
"""The rows that ancestors declare, by name, each with the ancestor."""


def with_inheritance(
    types: Sequence[StructuredType],
    groups: Mapping[QualifiedName, StructuredGroup],
) -> Result[tuple[StructuredType, ...]]:
    """Mark inherited rows and resolve keys, base types before derived types."""
    ancestor_rows: AncestorRows = {}
    resolved: dict[QualifiedName, StructuredType] = {}
    with_key: set[QualifiedName] = set()
    bases = {one.base_type for one in types}
    diagnostics: list[Diagnostic] = []
    for one, is_done in _depth_first(types):
        if is_done:
            for row in _declared_rows(resolved[one.name]):
                ancestor_rows.pop(row.name, None)
            continue
        base = resolved.get(one.base_type) if one.base_type else None
        group, has_inherited_key = groups[one.name], one.base_type in with_key
        marked = _with_marked_rows(one, base, ancestor_rows)
        found = _with_resolved_key(marked, ancestor_rows, group, has_inherited_key)
        diagnostics += _mismatched_types(marked, ancestor_rows, group)
        diagnostics += found.diagnostics
        resolved[one.name] = found.value
        if found.value.key or has_inherited_key:
            with_key.add(one.name)
        if one.name in bases:
            rows = _declared_rows(found.value)
            ancestor_rows.update((row.name, (one.name, row)) for row in rows)
    return Result(tuple(resolved.values()), tuple(diagnostics))


def _depth_first(
    types: Sequence[StructuredType],
) -> Iterator[tuple[StructuredType, bool]]:
    """Yield each type, and a base type again, with `True`, after all types derived from it."""
    names = {one.name for one in types}
    derived: dict[QualifiedName | None, list[StructuredType]] = {}
    for one in types:
        base = one.base_type if one.base_type in names else None
        derived.setdefault(base, []).append(one)
    waiting = [(one, False) for one in reversed(derived.get(None, ()))]
    while waiting:
        one, is_done = waiting.pop()
        yield one, is_done
        if not is_done and one.name in derived:
            waiting.append((one, True))
            waiting += ((d, False) for d in reversed(derived[one.name]))


def _declared_rows(one: StructuredType) -> Iterator[Property]:
    return (row for row in one.rows if row.inherited_from is None)


def _with_marked_rows(
    one: StructuredType, base: StructuredType | None, ancestor_rows: AncestorRows
) -> StructuredType:
    if not ancestor_rows and (base is None or base.open <= one.open):
        return one
    return replace(
        one,
        open=one.open or (base is not None and base.open),
        properties=tuple(_marked(one.properties, ancestor_rows)),
        navigation_properties=tuple(_marked(one.navigation_properties, ancestor_rows)),
    )


def _marked(
    rows: Iterable[Property], ancestor_rows: AncestorRows
) -> Iterator[Property]:
    for row in rows:
        found = ancestor_rows.get(row.name)
        yield replace(row, inherited_from=found[0]) if found else row


def _mismatched_types(
    one: StructuredType, ancestor_rows: AncestorRows, group: StructuredGroup
) -> Iterator[Diagnostic]:
    """Report inherited rows whose type is not that of the ancestor's row."""
    mismatched = [
        (row, ancestor, original)
        for row in one.rows
        if row.name in ancestor_rows
        for ancestor, original in [ancestor_rows[row.name]]
        if row.type != original.type
    ]
    spans = _type_spans(group) if mismatched else {}
    for row, ancestor, original in mismatched:
        message = (
            f"`{row.name}` is `{page_type(row.type)}` here, but `{page_type(original.type)}` "
            f"in its ancestor `{ancestor}`; using `{page_type(original.type)}`"
        )
        advice = f"remove the row, or use the type that `{ancestor}` declares"
        span = spans[row.source]
        yield diagnostic(
            Code.INHERITED_TYPE_MISMATCH,
            message,
            row.source.path,
            span,
            advice,
            Replacement(short_page_type(original.type)),
        )


def _type_spans(group: StructuredGroup) -> dict[Source, Span]:
    """Return the spans of the type cells by the sources of their rows."""
    return {
        source_of(part.path, row.name_span): row.type_span
        for part in group.parts
        for row in part.declaration.rows
    }


def _with_resolved_key(
    one: StructuredType,
    ancestor_rows: Container[WireName],
    group: StructuredGroup,
    has_inherited_key: bool,
) -> Result[StructuredType]:
    """Resolve the key of a type; add the key properties that have no row, not even in ancestors."""
    if not one.key or has_inherited_key:
        return Result(replace(one, key=()))
    part = next(p for p in group.parts if p.declaration.key == one.key)
    if one.kind == "complex":
        return Result(replace(one, key=()), (_key_of_complex_type(one, part),))
    names = {row.name for row in one.rows}
    missing = [n for n in one.key if n not in names and n not in ancestor_rows]
    new = (_key_property(part, name) for name in missing)
    diagnostics = tuple(_undeclared_key(part, name) for name in missing)
    return Result(replace(one, properties=(*new, *one.properties)), diagnostics)


def _key_of_complex_type(one: StructuredType, part: StructuredPart) -> Diagnostic:
    has_row = any(row.name == one.key[0] for row in one.rows)
    problem = "is declared, but" if has_row else "has no row, and"
    message = (
        f"key `{one.key[0]}` {problem} `{one.name}` is not an entity type; "
        "using no key"
    )
    advice = "remove the key" if has_row else "remove `keyProperty`, or add a row"
    span = part.declaration.key_span
    return diagnostic(Code.CONTRADICTION, message, part.path, span, advice)


def _key_property(part: StructuredPart, name: WireName) -> Property:
    source = source_of(part.path, part.declaration.key_span)
    return Property(name=name, type=TypeReference(name=EDM_STRING), source=source)


def _undeclared_key(part: StructuredPart, name: WireName) -> Diagnostic:
    message = f"key `{name}` has no row; using the type `String`"
    advice = f"add a row for `{name}` below `## Properties`"
    span = part.declaration.key_span
    new = Replacement(name)
    return diagnostic(Code.UNDECLARED_KEY, message, part.path, span, advice, new)


def contradicted_inheritance(
    index: NameIndex,
    types: Mapping[QualifiedName, StructuredType],
    marked: MarkedRows,
) -> Iterator[Diagnostic]:
    """Report each row that its page calls inherited, but that no ancestor declares.

    `marked` are the rows that pages call inherited.
    """
    for name, found in marked.items():
        is_inherited = {row.name: bool(row.inherited_from) for row in types[name].rows}
        for part, row in found:
            if not is_inherited[row.name]:
                yield from _contradicted_row(index, part, row)


def _contradicted_row(
    index: NameIndex, part: StructuredPart, row: RowDeclaration
) -> Iterator[Diagnostic]:
    ancestors = [
        reference(index, part.path, part.declaration.namespace, name)
        for name in row.facts.inherited_from
    ]
    declared = [one.name for one in ancestors if one.is_declared]
    if declared:
        message = (
            f"`{row.name}` is marked as inherited from `{declared[0]}`, which doesn't "
            f"declare it or is not a base type; using `{part.name}`"
        )
        advice = "add the row to the page of the base, or correct the base"
        span = row.facts.inherited_from[0].span
        yield diagnostic(Code.CONTRADICTION, message, part.path, span, advice)
