"""The hierarchy of structured types: stated bases in, types with their base and kind out.

A type with a key, with methods, or named by a Relationships row is an entity type, and so is
every type that derives from it or that it derives from. So is one that has an `id`, that
operations return and no property holds. A key that only the annotation states counts for
nothing where properties hold the type. An entity type whose base nothing tells derives from
`entity_base`. All other types are complex types.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.bases import DeclaredBase
from docgen.schema.model import QualifiedName, Source, StructuredType

ID = "id"
"""The property by which an entity is distinguished from others of its type."""


def in_hierarchy(
    types: Sequence[StructuredType],
    bases: Mapping[QualifiedName, DeclaredBase],
    entity_base: str,
) -> Result[tuple[StructuredType, ...]]:
    """Set the base and the kind of each type, bases before what derives from them."""
    acyclic = _without_cycles(types, bases)
    stated = acyclic.value
    entities = _entities(types, stated, entity_base)
    default = {one.name: one.name for one in types}.get(QualifiedName(entity_base))
    above = _line(default, stated)
    placed: list[StructuredType] = []
    for one in types:
        is_entity = one.name in entities
        base = stated.get(one.name)
        name = base.name if base else None
        if base is None and is_entity and one.name not in above:
            name = default
        kind = "entity" if is_entity else "complex"
        placed.append(replace(one, base_type=name, kind=kind))
    return Result(_bases_first(placed), acyclic.diagnostics)


def _line(
    name: QualifiedName | None, bases: Mapping[QualifiedName, DeclaredBase]
) -> frozenset[QualifiedName]:
    """Return a type and all types that it derives from."""
    line: list[QualifiedName] = []
    while name:
        line.append(name)
        name = bases[name].name if name in bases else None
    return frozenset(line)


def _without_cycles(
    types: Sequence[StructuredType], bases: Mapping[QualifiedName, DeclaredBase]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Drop each base that closes a circle; types are followed in the order of their names."""
    kept = dict(bases)
    sources = {one.name: one.sources[0] for one in types}
    done: set[QualifiedName] = set()
    diagnostics: list[Diagnostic] = []
    for one in types:
        path: dict[QualifiedName, None] = {}
        name: QualifiedName | None = one.name
        while name is not None and name not in done:
            path[name] = None
            base = kept[name].name if name in kept else None
            if base is not None and base in path:
                kept[name] = DeclaredBase(is_stated=True)
                diagnostics.append(_circle(name, base, sources[name]))
                base = None
            name = base
        done.update(path)
    return Result(kept, tuple(diagnostics))


def _circle(name: QualifiedName, base: QualifiedName, source: Source) -> Diagnostic:
    message = f"`{name}` derives from itself through `{base}`"
    advice = f"use another base type for `{name}`, or none"
    return diagnostic(Code.BASE_TYPE_CYCLE, message, source.path, source.span, advice)


def _entities(
    types: Sequence[StructuredType],
    bases: Mapping[QualifiedName, DeclaredBase],
    entity_base: str,
) -> set[QualifiedName]:
    """Return the names of all entity types: those with a sign of it, and their relatives."""
    relatives: dict[QualifiedName, list[QualifiedName]] = {}
    for name, base in bases.items():
        if base.name:
            relatives.setdefault(name, []).append(base.name)
            relatives.setdefault(base.name, []).append(name)
    waiting = list(_signs(types, entity_base))
    found: set[QualifiedName] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += relatives.get(name, ())
    return found


def _signs(
    types: Sequence[StructuredType], entity_base: str
) -> Iterator[QualifiedName]:
    """Return the names that something marks as entity types."""
    held = {row.type.name for one in types for row in one.properties}
    returned = {
        operation.returns.name
        for one in types
        for operation in one.operations
        if operation.returns
    }
    for one in types:
        is_alone = one.name not in held
        names = {row.name for row in one.properties}
        is_returned = is_alone and ID in names and one.name in returned
        has_key = bool(one.key) and (is_alone or names.issuperset(one.key))
        if has_key or is_returned or one.operations or one.name == entity_base:
            yield one.name
        yield from (row.type.name for row in one.navigation_properties)


def _bases_first(types: Iterable[StructuredType]) -> tuple[StructuredType, ...]:
    """Order the types so that each comes after its base."""
    by_name = {one.name: one for one in types}
    ordered: dict[QualifiedName, StructuredType] = {}
    for one in by_name.values():
        chain: list[StructuredType] = []
        current: StructuredType | None = one
        while current is not None and current.name not in ordered:
            chain.append(current)
            base = current.base_type
            current = by_name.get(base) if base else None
        ordered.update((one.name, one) for one in reversed(chain))
    return tuple(ordered.values())
