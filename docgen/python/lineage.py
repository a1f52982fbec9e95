"""The base types of a type, and the names of its fields, which must not meet theirs."""

from collections.abc import Mapping

from msgspec import Struct

from docgen.python.names import PythonName, field_name, told_apart
from docgen.schema.model import (
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    WireName,
)


class Family(Struct, frozen=True, kw_only=True):
    """All structured types by name, each with its base types and the names of its own fields."""

    types: Mapping[QualifiedName, StructuredType]
    field_names: Mapping[QualifiedName, Mapping[WireName, PythonName]]


def family(schema: Schema) -> Family:
    """Name the fields of every structured type, base types first."""
    types = {t.name: t for t in schema.types if isinstance(t, StructuredType)}
    names: dict[QualifiedName, dict[WireName, PythonName]] = {}
    for type_ in types.values():
        for ancestor in reversed((type_, *ancestors(type_, types))):
            if ancestor.name not in names:
                names[ancestor.name] = _field_names(ancestor, types, names)
    return Family(types=types, field_names=names)


def ancestors(
    type_: StructuredType, types: Mapping[QualifiedName, StructuredType]
) -> tuple[StructuredType, ...]:
    """Give the base types that the schema has, the nearest first."""
    found: dict[QualifiedName, StructuredType] = {}
    base = type_.base_type
    while base and base in types and base not in found and base != type_.name:
        found[base] = types[base]
        base = types[base].base_type
    return tuple(found.values())


def own_properties(
    type_: StructuredType, types: Mapping[QualifiedName, StructuredType]
) -> tuple[Property, ...]:
    """Give the properties of both kinds that no ancestor declares, each name once."""
    inherited = {
        row.name
        for ancestor in ancestors(type_, types)
        for row in (*ancestor.properties, *ancestor.navigation_properties)
    }
    own: dict[WireName, Property] = {}
    for row in (*type_.properties, *type_.navigation_properties):
        if row.inherited_from is None and row.name not in inherited:
            own.setdefault(row.name, row)
    return tuple(own.values())


def _field_names(
    type_: StructuredType,
    types: Mapping[QualifiedName, StructuredType],
    known: Mapping[QualifiedName, Mapping[WireName, PythonName]],
) -> dict[WireName, PythonName]:
    taken: dict[PythonName, str] = {}
    for ancestor in ancestors(type_, types):
        taken |= {made: wire for wire, made in known[ancestor.name].items()}
    wires = [row.name for row in own_properties(type_, types)]
    made_by = told_apart(wires, field_name, taken)
    return {WireName(wire): made for wire, made in made_by.items()}
