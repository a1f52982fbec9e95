"""Structured types in JSON: a type in, a JSON Schema of objects out.

Nothing is forbidden beside the properties, and none has to be there: a value may be of a derived
type, hold only what was selected, and pages are not complete. `null` is refused only where a page
says that a property is not nullable, and for keys.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never
from urllib.parse import quote

from docgen.export.jsonschema.enums import listed
from docgen.export.jsonschema.primitives import primitive_schema
from docgen.export.literals import literal, member_literal, value
from docgen.schema.edm import is_primitive
from docgen.schema.model import (
    EnumType,
    Property,
    QualifiedName,
    StructuredType,
    Type,
)

Types: TypeAlias = Mapping[QualifiedName, Type]


def structured_schema(types: Types, one: StructuredType) -> dict[str, object]:
    """Return what a value of an entity type or a complex type looks like."""
    rows = (*one.properties, *one.navigation_properties)
    own = {
        row.name: _property(types, row, is_key=row.name in one.key)
        for row in rows
        if row.inherited_from is None
    }
    return {
        "type": "object",
        **({"allOf": [_named(types, one.base_type)]} if one.base_type else {}),
        **({"properties": own} if own else {}),
        **({"additionalProperties": True} if one.open else {}),
    }


def _property(types: Types, row: Property, *, is_key: bool) -> dict[str, object]:
    shape = _named(types, row.type.name)
    if row.values and row.type.name == "Edm.String":
        shape = listed(row.values)
    if row.type.is_collection:
        shape = {"type": "array", "items": shape}
    if row.nullable is not False and not is_key:
        shape = _or_null(shape)
    return {**shape, **dict(_facts(types, row))}


def _named(types: Types, name: QualifiedName) -> dict[str, object]:
    if name in types:
        return {"$ref": f"#/$defs/{quote(name)}"}
    if is_primitive(name):
        return primitive_schema(name)
    return {"$comment": f"`{name}` is declared by no page"}


def _or_null(shape: dict[str, object]) -> dict[str, object]:
    match shape:
        case {"$ref": _} | {"anyOf": _}:
            return {"anyOf": [shape, {"type": "null"}]}
        case {"type": str(name)}:
            return {**shape, "type": [name, "null"]}
        case {"type": list(names)}:
            return {**shape, "type": [*names, "null"]}
        case _:
            return shape


def _facts(types: Types, row: Property) -> Iterator[tuple[str, object]]:
    if row.description:
        yield "description", row.description
    if row.deprecated:
        yield "deprecated", True
    if row.read_only:
        yield "readOnly", True
    default = None if row.type.is_collection else _default(types, row)
    if default is not None:
        yield "default", default


def _default(types: Types, row: Property) -> object:
    if row.default is None:
        return None
    match types.get(row.type.name):
        case EnumType(members=members, flags=flags):
            return member_literal(row.default, members, flags=flags)
        case StructuredType():
            return None
        case None:
            found = literal(row.default, row.type.name)
            return None if found is None else value(found, row.type.name)
        case one:
            assert_never(one)
