"""The schema as JSON Schema of draft 2020-12, with one definition for each type.

Definitions have qualified names and refer to each other. The document itself accepts every value;
users refer to one of its definitions.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, assert_never
from urllib.parse import quote

import msgspec

from docgen.export.literals import (
    INTEGERS,
    NUMBERS,
    TIME,
    literal,
    member_literal,
    value,
)
from docgen.export.origin import MARK
from docgen.regex import Regex
from docgen.schema.edm import is_primitive
from docgen.schema.model import (
    EnumType,
    Member,
    Property,
    QualifiedName,
    Schema,
    StructuredType,
    Type,
)

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

Types: TypeAlias = Mapping[QualifiedName, Type]

_SPECIAL = Regex(r"[\^$\\.*+?()\[\]{}|/]")
"""The characters with a special meaning in regular expressions of ECMA-262."""

_DURATION = (
    r"^-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?$"
)

_INTEGER_TEXT = r"^-?[0-9]{1,19}$"

_NUMBER_TEXTS = {
    "Edm.Decimal": r"^-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?$",
    "Edm.Double": "^(?:-?INF|NaN)$",
    "Edm.Single": "^(?:-?INF|NaN)$",
}

_STRINGS: dict[str, dict[str, object]] = {
    "Edm.Binary": {"contentEncoding": "base64"},
    "Edm.Date": {"format": "date"},
    "Edm.DateTimeOffset": {"format": "date-time"},
    "Edm.Duration": {"pattern": _DURATION},
    "Edm.Guid": {"format": "uuid"},
    "Edm.Stream": {"contentEncoding": "base64"},
    "Edm.String": {},
    "Edm.TimeOfDay": {"pattern": f"^{TIME}$"},
}


def to_jsonschema(schema: Schema) -> str:
    """Return the schema as an indented JSON Schema with a final newline."""
    types = {one.name: one for one in schema.types}
    definitions = {name: _definition(types, one) for name, one in types.items()}
    document = {"$schema": _DRAFT, "$comment": MARK, "$defs": definitions}
    content = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return content.decode() + "\n"


def _definition(types: Types, one: Type) -> dict[str, object]:
    about: dict[str, object] = {
        **({"description": one.description} if one.description else {}),
        **({"deprecated": True} if one.deprecated else {}),
    }
    match one:
        case StructuredType():
            return {**about, **structured_schema(types, one)}
        case EnumType():
            return {**about, **enum_schema(one)}
        case _:
            assert_never(one)


def structured_schema(types: Types, one: StructuredType) -> dict[str, object]:
    """Return the schema of an entity type or a complex type."""
    properties = {
        row.name: _property(types, row, is_key=row.name in one.key)
        for row in one.rows
        if row.inherited_from is None
    }
    return {
        "type": "object",
        **({"allOf": [_reference(types, one.base_type)]} if one.base_type else {}),
        **({"properties": properties} if properties else {}),
        **({"additionalProperties": True} if one.open else {}),
    }


def _property(types: Types, row: Property, *, is_key: bool) -> dict[str, object]:
    shape = _reference(types, row.type.name)
    if row.values and row.type.name == "Edm.String":
        shape = enum_values(row.values)
    if row.type.is_collection:
        shape = {"type": "array", "items": shape}
    if row.nullable is not False and not is_key:
        shape = _or_null(shape)
    return {**shape, **dict(_facts(types, row))}


def _reference(types: Types, name: QualifiedName) -> dict[str, object]:
    if name in types:
        return {"$ref": f"#/$defs/{quote(name)}"}
    if is_primitive(name):
        return primitive_schema(name)
    return {"$comment": f"no page declares `{name}`"}


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


def enum_schema(one: EnumType) -> dict[str, object]:
    """Return the schema of an enum type."""
    branches = list(_branches(one))
    if len(branches) == 1:
        return {"type": "string", **branches[0]}
    return {"type": "string", "anyOf": branches} if branches else {"type": "string"}


def enum_values(values: Sequence[str]) -> dict[str, object]:
    """Return the schema of a string for which a page lists values, perhaps not all of them."""
    return {"type": "string", "anyOf": [{"enum": list(values)}, {"type": "string"}]}


def _branches(one: EnumType) -> Iterator[dict[str, object]]:
    if not one.members:
        return
    if any(member.description for member in one.members):
        yield from map(_described, one.members)
    else:
        yield {"enum": [member.name for member in one.members]}
    if one.flags:
        yield {"pattern": _combination(one.members)}
    if one.open:
        yield {"type": "string"}


def _described(member: Member) -> dict[str, object]:
    about = {"description": member.description} if member.description else {}
    return {"const": member.name, **about}


def _combination(members: Sequence[Member]) -> str:
    """Return the pattern of member names separated by commas."""
    name = "|".join(_SPECIAL.sub(r"\\\g<0>", member.name) for member in members)
    return f"^(?:{name})(?:, ?(?:{name}))*$"


def primitive_schema(name: QualifiedName) -> dict[str, object]:
    """Return the schema of a primitive type; that of an unknown one accepts every value."""
    if name in INTEGERS:
        return _integer(name)
    if name in NUMBERS:
        return {"type": ["number", "string"], "pattern": _NUMBER_TEXTS[name]}
    if name in _STRINGS:
        return {"type": "string", **_STRINGS[name]}
    if name == "Edm.Boolean":
        return {"type": "boolean"}
    is_geographic = name.startswith(("Edm.Geography", "Edm.Geometry"))
    return {"type": "object", "required": ["type"]} if is_geographic else {}


def _integer(name: QualifiedName) -> dict[str, object]:
    least, greatest = INTEGERS[name]
    limits = {"minimum": least, "maximum": greatest}
    if name == "Edm.Int64":
        return {"type": ["integer", "string"], **limits, "pattern": _INTEGER_TEXT}
    return {"type": "integer", **limits}
