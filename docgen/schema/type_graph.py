"""The graph of types: which types derive from which, and which refer to which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from docgen.schema.model import (
    EnumType,
    Operation,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)

T = TypeVar("T", bound=Type)


def bases_first(types: Iterable[T]) -> tuple[T, ...]:
    """Return the types in their order, but each after its base."""
    by_name = {one.name: one for one in types}
    ordered: dict[QualifiedName, T] = {}
    for one in by_name.values():
        chain: list[T] = []
        current: T | None = one
        while current is not None and current.name not in ordered:
            chain.append(current)
            base = current.base_type if isinstance(current, StructuredType) else None
            current = by_name.get(base) if base else None
        ordered.update((one.name, one) for one in reversed(chain))
    return tuple(ordered.values())


def base_chain(
    name: QualifiedName | None, bases: Mapping[QualifiedName, QualifiedName]
) -> tuple[QualifiedName, ...]:
    """Return a type and all its ancestors, the nearest first; a cycle is followed once."""
    chain: dict[QualifiedName, None] = {}
    while name is not None and name not in chain:
        chain[name] = None
        name = bases.get(name)
    return tuple(chain)


def nearest_shared_base(
    names: Sequence[QualifiedName], bases: Mapping[QualifiedName, QualifiedName]
) -> QualifiedName | None:
    """Return the nearest type, from the first, that all types are or derive from."""
    chains = [base_chain(one, bases) for one in names]
    shared = frozenset(chains[0]).intersection(*chains[1:])
    return next((one for one in chains[0] if one in shared), None)


def reachable(
    schema: Schema, names: Iterable[QualifiedName], pages: frozenset[str] = frozenset()
) -> Schema:
    """Return a schema with the types of these names and all types that they refer to.

    It has the operations of these types, and those that these `pages` describe.
    """
    types = {one.name: one for one in schema.types}
    found: dict[QualifiedName, Type] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name in types and name not in found:
            found[name] = types[name]
            waiting += _references(types[name])
    paths = {source.path for one in found.values() for source in one.sources}
    rows = (row for one in found.values() for row in _operations(one))
    described = {row.api_page for row in rows} | pages
    return Schema(
        types=tuple(one for one in schema.types if one.name in found),
        pages=tuple(page for page in schema.pages if page.path in paths),
        operations=tuple(
            one
            for one in schema.operations
            if one.api_page in described or one.owner in found
        ),
    )


def _operations(type: Type) -> tuple[Operation, ...]:
    return type.operations if isinstance(type, StructuredType) else ()


def _references(type: Type) -> Iterator[QualifiedName]:
    match type:
        case EnumType():
            return
        case StructuredType():
            yield from (type.base_type,) if type.base_type else ()
            yield from (row.type.name for row in type.rows)
            for operation in type.operations:
                if operation.returns:
                    yield operation.returns.name
