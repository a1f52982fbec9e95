"""What types have from those above them: a `Scope` in, keys and abstract types out.

CSDL wants a key of every entity type that is not abstract, non-nullable properties of a few types
in it (CSDL 4.0, 8.2), and no abstract entity type below one that is not (8.1.3). An entity type
for which no page tells a key therefore is abstract, and one below a type that is not abstract is
not.
"""

from collections.abc import Iterator

from msgspec import Struct

from docgen.export.csdl.scope import Scope, own_rows
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    StructuredType,
    WireName,
)

OF_KEYS = frozenset(
    f"Edm.{name}"
    for name in (
        "Boolean",
        "Byte",
        "Date",
        "DateTimeOffset",
        "Decimal",
        "Duration",
        "Guid",
        "Int16",
        "Int32",
        "Int64",
        "SByte",
        "String",
        "TimeOfDay",
    )
)
"""The primitive types that a property of a key may have."""


class Lineage(Struct, frozen=True, kw_only=True):
    """The keys that types state themselves, the properties of keys, and what is abstract."""

    keys: dict[QualifiedName, tuple[WireName, ...]]
    key_properties: frozenset[tuple[QualifiedName, WireName]]
    abstract: frozenset[QualifiedName]


def lineage(scope: Scope) -> Lineage:
    """Settle the keys and the abstract types of a document, from each base down."""
    keys: dict[QualifiedName, tuple[WireName, ...]] = {}
    properties: set[tuple[QualifiedName, WireName]] = set()
    keyed: set[QualifiedName] = set()
    abstract = set(scope.undeclared)
    for one in scope.types.values():
        if not isinstance(one, StructuredType):
            continue
        base = scope.bases.get(one.name)
        found = _key(scope, one) if base not in keyed else ()
        if found:
            keys[one.name] = tuple(name for _, name in found)
            properties.update(found)
        if found or base in keyed:
            keyed.add(one.name)
        may_be = one.kind == "complex" or base is None or base in abstract
        has_to_be = one.kind == "entity" and one.name not in keyed
        if (one.abstract or has_to_be) and may_be:
            abstract.add(one.name)
    return Lineage(
        keys=keys, key_properties=frozenset(properties), abstract=frozenset(abstract)
    )


def _key(
    scope: Scope, one: StructuredType
) -> tuple[tuple[QualifiedName, WireName], ...]:
    """Return the properties of a key with the types that declare them; none if one may not be."""
    names = tuple(dict.fromkeys(one.key))
    found = tuple(
        (holder, row.name)
        for name in names
        for holder, row in _declarations(scope, one, name)
        if _can_be_key(scope, row)
    )
    return found if len(found) == len(names) else ()


def _declarations(
    scope: Scope, one: StructuredType, name: WireName
) -> Iterator[tuple[QualifiedName, Property]]:
    """Return the row of this name of a type, or else of a type above it."""
    current: StructuredType | EnumType | None = one
    while isinstance(current, StructuredType):
        for row in own_rows(current):
            if row.name == name:
                yield current.name, row
                return
        base = scope.bases.get(current.name)
        current = scope.types.get(base) if base else None


def _can_be_key(scope: Scope, row: Property) -> bool:
    of_key = row.type.name in OF_KEYS or scope.kind(row.type.name) == "enum"
    return of_key and not row.type.is_collection
