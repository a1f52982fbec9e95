"""The hierarchy of structured types: set the base and the kind of each, given the declared bases.

A type is an entity type if it has a key or methods, if a row of a relationships table has it as its
type, or if it has an `id` and operations return it but no property has it as its type. So are all
types that derive from an entity type or that one derives from. A key that only the annotation
declares is ignored if properties have the type. An entity type without a declared base derives
from `entity_base`. All other types are complex types.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.resolve.bases import DeclaredBase
from docgen.schema.model import QualifiedName, Source, StructuredType
from docgen.schema.type_graph import base_chain, bases_first

ID = "id"
"""The property that usually identifies an entity."""


def with_bases_and_kinds(
    types: Sequence[StructuredType],
    bases: Mapping[QualifiedName, DeclaredBase],
    entity_base: str,
) -> Result[tuple[StructuredType, ...]]:
    """Set the base and the kind of each type; each type is after its base in the result."""
    acyclic = _without_cycles(types, bases)
    base_names = {name: one.name for name, one in acyclic.value.items() if one.name}
    entities = _entities(types, base_names, entity_base)
    default = {one.name: one.name for one in types}.get(QualifiedName(entity_base))
    default_chain = base_chain(default, base_names)
    found: list[StructuredType] = []
    for one in types:
        is_entity = one.name in entities
        base = base_names.get(one.name)
        has_default = one.name not in acyclic.value and one.name not in default_chain
        if is_entity and has_default:
            base = default
        kind = "entity" if is_entity else "complex"
        found.append(replace(one, base_type=base, kind=kind))
    return Result(bases_first(found), acyclic.diagnostics)


def _without_cycles(
    types: Sequence[StructuredType], bases: Mapping[QualifiedName, DeclaredBase]
) -> Result[dict[QualifiedName, DeclaredBase]]:
    """Drop each base that closes a cycle; cycles are followed from the first type in them."""
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
                kept[name] = DeclaredBase()
                diagnostics.append(_cycle(name, base, sources[name]))
                base = None
            name = base
        done.update(path)
    return Result(kept, tuple(diagnostics))


def _cycle(name: QualifiedName, base: QualifiedName, source: Source) -> Diagnostic:
    message = f"`{name}` derives from itself through `{base}`"
    advice = f"use another base type for `{name}`, or none"
    return diagnostic(Code.BASE_TYPE_CYCLE, message, source.path, source.span, advice)


def _entities(
    types: Sequence[StructuredType],
    bases: Mapping[QualifiedName, QualifiedName],
    entity_base: str,
) -> set[QualifiedName]:
    """Return the names of all entity types."""
    relatives: dict[QualifiedName, list[QualifiedName]] = {}
    for name, base in bases.items():
        relatives.setdefault(name, []).append(base)
        relatives.setdefault(base, []).append(name)
    waiting = list(_evident_entities(types, entity_base))
    found: set[QualifiedName] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += relatives.get(name, ())
    return found


def _evident_entities(
    types: Sequence[StructuredType], entity_base: str
) -> Iterator[QualifiedName]:
    """Yield the names of entity types that can be recognised without their relatives."""
    property_types = {row.type.name for one in types for row in one.properties}
    returned = {
        operation.returns.name
        for one in types
        for operation in one.operations
        if operation.returns
    }
    for one in types:
        is_property = one.name in property_types
        names = {row.name for row in one.properties}
        is_returned = not is_property and ID in names and one.name in returned
        has_key = bool(one.key) and (not is_property or names.issuperset(one.key))
        if has_key or is_returned or one.operations or one.name == entity_base:
            yield one.name
        yield from (row.type.name for row in one.navigation_properties)
