"""The content of a CSDL document: the types of a schema that CSDL can express, and their keys.

Every reference in CSDL must resolve. A type that no page declares is therefore exported without
properties: as an entity type if a navigation property or the base of an entity type refers to it,
or else as a complex type.
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
from docgen.schema.names import MAX_NAME_LENGTH, MAX_QUALIFIED_NAME_LENGTH, split
from docgen.schema.type_graph import bases_first


class ExportedTypes(Struct, frozen=True, kw_only=True):
    """The types of a document by name, each after its base, and their base types there.

    `undeclared` are the types that no page declares, with the kind that references require.
    """

    types: Mapping[QualifiedName, Type]
    bases: Mapping[QualifiedName, QualifiedName]
    undeclared: Mapping[QualifiedName, Literal["entity", "complex"]]

    def kind(self, name: QualifiedName) -> Literal["entity", "complex", "enum"] | None:
        """Return the kind of the type with this name, `None` if the document has none."""
        match self.types.get(name):
            case StructuredType(kind=kind):
                return kind
            case EnumType():
                return "enum"
            case None:
                return self.undeclared.get(name)

    def is_structured(self, name: QualifiedName) -> bool:
        """Return whether a type can have actions and functions here."""
        return self.kind(name) in ("entity", "complex")


_KEY_TYPES = frozenset(
    f"Edm.{name}"
    for name in (
        *("Boolean", "Byte", "Date", "DateTimeOffset", "Decimal", "Duration"),
        *("Guid", "Int16", "Int32", "Int64", "SByte", "String", "TimeOfDay"),
    )
)
"""The primitive types that a key property may have (CSDL 4.0, 8.2)."""


class HierarchyFacts(Struct, frozen=True, kw_only=True):
    """What depends on the ancestors of types: the keys to declare, and which types are abstract."""

    keys: dict[QualifiedName, tuple[WireName, ...]]
    key_properties: frozenset[tuple[QualifiedName, WireName]]
    abstract: frozenset[QualifiedName]


CORE = "Org.OData.Core.V1"

VALIDATION = "Org.OData.Validation.V1"

RESERVED = frozenset({"Edm", "odata", "System", "Transient", CORE, VALIDATION})
"""Namespaces that no document may declare: those of OData, and of the vocabularies in use."""

_FIRST = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})

_FURTHER = _FIRST | {"Nd", "Mn", "Mc", "Pc", "Cf"}


def exported_types(
    schema: Schema, others: Iterable[QualifiedName] = ()
) -> ExportedTypes:
    """Return the types whose names CSDL allows, and the undeclared types that they refer to.

    `others` are types that operations refer to.
    """
    all_types = {one.name: one for one in schema.types}
    types = {
        one.name: one
        for one in bases_first(schema.types)
        if is_valid_type_name(one.name)
    }
    bases = {
        one.name: base for one in types.values() if (base := _base(all_types, one))
    }
    undeclared: dict[QualifiedName, Literal["entity", "complex"]] = {}
    for name, kind in _references(types.values(), bases, others):
        if name in types or not is_valid_type_name(name):
            continue
        if kind == "entity" or name not in undeclared:
            undeclared[name] = kind
    return ExportedTypes(types=types, bases=bases, undeclared=undeclared)


def declared_rows(one: StructuredType) -> Iterator[Property]:
    """Yield the rows that a type does not inherit and whose names CSDL allows."""
    for row in one.rows:
        if row.inherited_from is None and is_simple_identifier(row.name):
            yield row


def _base(types: Mapping[QualifiedName, Type], one: Type) -> QualifiedName | None:
    """Return the nearest ancestor whose name CSDL allows."""
    current: Type | None = one
    while isinstance(current, StructuredType) and current.base_type:
        if is_valid_type_name(current.base_type):
            return current.base_type
        current = types.get(current.base_type)
    return None


def _references(
    types: Iterable[Type],
    bases: Mapping[QualifiedName, QualifiedName],
    others: Iterable[QualifiedName],
) -> Iterator[tuple[QualifiedName, Literal["entity", "complex"]]]:
    for one in types:
        if isinstance(one, EnumType):
            continue
        if one.name in bases:
            yield bases[one.name], one.kind
        navigation = {row.name for row in one.navigation_properties}
        for row in declared_rows(one):
            if not is_primitive(row.type.name):
                yield row.type.name, "entity" if row.name in navigation else "complex"
    for name in others:
        if not is_primitive(name):
            yield name, "complex"


def hierarchy_facts(exported: ExportedTypes) -> HierarchyFacts:
    """Determine the keys and the abstract types of a document, base types first."""
    keys: dict[QualifiedName, tuple[WireName, ...]] = {}
    properties: set[tuple[QualifiedName, WireName]] = set()
    with_key: set[QualifiedName] = set()
    abstract = set(exported.undeclared)
    for one in exported.types.values():
        if not isinstance(one, StructuredType):
            continue
        base = exported.bases.get(one.name)
        found = _key(exported, one) if base not in with_key else ()
        if found:
            keys[one.name] = tuple(name for _, name in found)
            properties.update(found)
        if found or base in with_key:
            with_key.add(one.name)
        can_be_abstract = one.kind == "complex" or base is None or base in abstract
        must_be_abstract = one.kind == "entity" and one.name not in with_key
        if (one.abstract or must_be_abstract) and can_be_abstract:
            abstract.add(one.name)
    return HierarchyFacts(
        keys=keys, key_properties=frozenset(properties), abstract=frozenset(abstract)
    )


def _key(
    exported: ExportedTypes, one: StructuredType
) -> tuple[tuple[QualifiedName, WireName], ...]:
    """Return the key properties with the types that declare them; none if one is not valid."""
    names = tuple(dict.fromkeys(one.key))
    found = tuple(
        (owner, row.name)
        for name in names
        for owner, row in _declarations(exported, one, name)
        if _can_be_key(exported, row)
    )
    return found if len(found) == len(names) else ()


def _declarations(
    exported: ExportedTypes, one: StructuredType, name: WireName
) -> Iterator[tuple[QualifiedName, Property]]:
    """Yield the row with this name of a type, or else of its nearest ancestor that has one."""
    current: StructuredType | EnumType | None = one
    while isinstance(current, StructuredType):
        for row in declared_rows(current):
            if row.name == name:
                yield current.name, row
                return
        base = exported.bases.get(current.name)
        current = exported.types.get(base) if base else None


def _can_be_key(exported: ExportedTypes, row: Property) -> bool:
    name = row.type.name
    is_allowed = name in _KEY_TYPES or exported.kind(name) == "enum"
    return is_allowed and not row.type.is_collection


def is_simple_identifier(text: str) -> bool:
    """Return whether `text` can name a property or a member (CSDL 4.0, 17.2)."""
    if not text or len(text) > MAX_NAME_LENGTH:
        return False
    starts_well = text[0] == "_" or unicodedata.category(text[0]) in _FIRST
    return starts_well and all(unicodedata.category(c) in _FURTHER for c in text[1:])


def is_valid_type_name(name: QualifiedName) -> bool:
    """Return whether a document may declare a type of this name (CSDL 4.0, 5.1.1 and 17.3)."""
    namespace, short = split(name)
    return (
        bool(namespace)
        and len(namespace) <= MAX_QUALIFIED_NAME_LENGTH
        and namespace not in RESERVED
        and not name.startswith("Edm.")
        and is_simple_identifier(short)
        and all(map(is_simple_identifier, namespace.split(".")))
    )
