"""What a document declares: a `Schema` in, its types as CSDL can say them out.

A reference must resolve. A name that no page declares therefore becomes an empty type, so that it
is not lost: an entity type where a relationship or an entity type needs one, else a complex type.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from docgen.schema.edm import is_primitive
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
    WireName,
)
from docgen.schema.names import LONGEST_NAME, LONGEST_QUALIFIED_NAME, split


class ExportedTypes(Struct, frozen=True, kw_only=True):
    """The types of a document by name, each after its base, and the base that each has there.

    `undeclared` are the types that no page declares, with the kind that their use asks for.
    """

    types: Mapping[QualifiedName, Type]
    bases: Mapping[QualifiedName, QualifiedName]
    undeclared: Mapping[QualifiedName, Literal["entity", "complex"]]

    def kind(self, name: QualifiedName) -> Literal["entity", "complex", "enum"] | None:
        """Return the kind of the type of this name, `None` where the document has none."""
        match self.types.get(name):
            case StructuredType(kind=kind):
                return kind
            case EnumType():
                return "enum"
            case None:
                return self.undeclared.get(name)


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


class AncestorIndex(Struct, frozen=True, kw_only=True):
    """The keys that types state themselves, the properties of keys, and what is abstract."""

    keys: dict[QualifiedName, tuple[WireName, ...]]
    key_properties: frozenset[tuple[QualifiedName, WireName]]
    abstract: frozenset[QualifiedName]


CORE = "Org.OData.Core.V1"

VALIDATION = "Org.OData.Validation.V1"

RESERVED = frozenset({"Edm", "odata", "System", "Transient", CORE, VALIDATION})
"""Namespaces that no document may declare: OData's own, and those of the terms that are used."""

_FIRST = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})

_FURTHER = _FIRST | {"Nd", "Mn", "Mc", "Pc", "Cf"}


def scope(schema: Schema) -> ExportedTypes:
    """Return the types that can be said, and those that have to be there as well."""
    all_types = {one.name: one for one in schema.types}
    types = {
        one.name: one for one in _bases_first(all_types) if can_name_type(one.name)
    }
    bases = {
        one.name: base for one in types.values() if (base := _base(all_types, one))
    }
    undeclared: dict[QualifiedName, Literal["entity", "complex"]] = {}
    for name, kind in _referred(types.values(), bases):
        if name in types or not can_name_type(name):
            continue
        if kind == "entity" or name not in undeclared:
            undeclared[name] = kind
    return ExportedTypes(types=types, bases=bases, undeclared=undeclared)


def own_rows(one: StructuredType) -> Iterator[Property]:
    """Return the rows that a type declares itself and that CSDL has a name for."""
    for row in (*one.properties, *one.navigation_properties):
        if row.inherited_from is None and is_simple_identifier(row.name):
            yield row


def _bases_first(types: Mapping[QualifiedName, Type]) -> Iterator[Type]:
    seen: set[QualifiedName] = set()
    for one in types.values():
        line: list[Type] = []
        current: Type | None = one
        while current and current.name not in seen:
            seen.add(current.name)
            line.append(current)
            current = _named(types, current)
        yield from reversed(line)


def _named(types: Mapping[QualifiedName, Type], one: Type) -> Type | None:
    base = one.base_type if isinstance(one, StructuredType) else None
    return types.get(base) if base else None


def _base(types: Mapping[QualifiedName, Type], one: Type) -> QualifiedName | None:
    """Return the nearest type above whose name can be said."""
    current: Type | None = one
    while isinstance(current, StructuredType) and current.base_type:
        if can_name_type(current.base_type):
            return current.base_type
        current = types.get(current.base_type)
    return None


def _referred(
    types: Iterable[Type], bases: Mapping[QualifiedName, QualifiedName]
) -> Iterator[tuple[QualifiedName, Literal["entity", "complex"]]]:
    for one in types:
        if isinstance(one, EnumType):
            continue
        if one.name in bases:
            yield bases[one.name], one.kind
        navigation = {row.name for row in one.navigation_properties}
        for row in own_rows(one):
            if not is_primitive(row.type.name):
                yield row.type.name, "entity" if row.name in navigation else "complex"


def ancestor_index(scope: ExportedTypes) -> AncestorIndex:
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
    return AncestorIndex(
        keys=keys, key_properties=frozenset(properties), abstract=frozenset(abstract)
    )


def _key(
    scope: ExportedTypes, one: StructuredType
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
    scope: ExportedTypes, one: StructuredType, name: WireName
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


def _can_be_key(scope: ExportedTypes, row: Property) -> bool:
    of_key = row.type.name in OF_KEYS or scope.kind(row.type.name) == "enum"
    return of_key and not row.type.is_collection


def is_simple_identifier(text: str) -> bool:
    """Return whether `text` can name a property or a member (CSDL 4.0, 17.2)."""
    if not text or len(text) > LONGEST_NAME:
        return False
    begins = text[0] == "_" or unicodedata.category(text[0]) in _FIRST
    return begins and all(unicodedata.category(one) in _FURTHER for one in text[1:])


def can_name_type(name: QualifiedName) -> bool:
    """Return whether a document may declare a type of this name (CSDL 4.0, 5.1.1 and 17.3)."""
    namespace, short = split(name)
    return (
        bool(namespace)
        and len(namespace) <= LONGEST_QUALIFIED_NAME
        and namespace not in RESERVED
        and not name.startswith("Edm.")
        and is_simple_identifier(short)
        and all(map(is_simple_identifier, namespace.split(".")))
    )
