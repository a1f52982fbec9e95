"""The schema as JSON Schema of draft 2020-12, with one definition for each type.

Definitions have qualified names and refer to each other. The document itself accepts every value;
users refer to one of its definitions.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, assert_never
from urllib.parse import quote

import msgspec
from msgspec import Struct

from docgen.export.literals import (
    INTEGERS,
    NUMBERS,
    TIME,
    literal,
    member_literal,
    value,
)
from docgen.export.origin import MARK
from docgen.export.sources import sources
from docgen.regex import Regex
from docgen.schema.edm import is_primitive
from docgen.schema.model import (
    ANY_JSON,
    EnumType,
    Member,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
)

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

Types: TypeAlias = Mapping[QualifiedName, Type]


class Definitions(Struct, frozen=True, kw_only=True, dict=True):
    """The types that a document defines, and what references to them are.

    With `has_sources`, types and properties have the pages and lines that declare them.
    """

    types: Types
    addresses: Mapping[QualifiedName, str]
    has_sources: bool = False

    @cached_property
    def bases(self) -> Mapping[QualifiedName, QualifiedName]:
        """The base types by the names of types."""
        return {
            name: one.base_type
            for name, one in self.types.items()
            if isinstance(one, StructuredType) and one.base_type
        }

    def sources(self, *found: Source) -> dict[str, object]:
        """Return the sources of a definition, if the document has them."""
        return sources(*found) if self.has_sources else {}


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
    addresses = {name: f"#/$defs/{quote(name)}" for name in types}
    definitions = Definitions(types=types, addresses=addresses)
    defined = {name: type_schema(definitions, one) for name, one in types.items()}
    document = {"$schema": _DRAFT, "$comment": MARK, "$defs": defined}
    content = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return content.decode() + "\n"


def type_schema(definitions: Definitions, one: Type) -> dict[str, object]:
    """Return the schema of a type."""
    about: dict[str, object] = {
        **({"description": one.description} if one.description else {}),
        **({"deprecated": True} if one.deprecated else {}),
    }
    match one:
        case StructuredType():
            found = structured_schema(definitions, one)
        case EnumType():
            found = enum_schema(one)
        case _:
            assert_never(one)
    return {**about, **found, **definitions.sources(*one.sources)}


def structured_schema(
    definitions: Definitions, one: StructuredType
) -> dict[str, object]:
    """Return the schema of an entity type or a complex type."""
    if one.name in ANY_JSON:
        return {}
    properties = {
        row.name: _property(definitions, row, is_key=row.name in one.key)
        for row in one.rows
        if row.inherited_from is None
    }
    return {
        "type": "object",
        **(
            {"allOf": [_reference(definitions, one.base_type)]} if one.base_type else {}
        ),
        **({"properties": properties} if properties else {}),
        **({"additionalProperties": True} if one.open else {}),
    }


def _property(
    definitions: Definitions, row: Property, *, is_key: bool
) -> dict[str, object]:
    shape = value_schema(definitions, row.type, row.values)
    if row.nullable is not False and not is_key:
        shape = _or_null(shape)
    sources = definitions.sources(*(row.sources or (row.source,)))
    return {**shape, **dict(_facts(definitions.types, row)), **sources}


def value_schema(
    definitions: Definitions, type: TypeReference, values: Sequence[str] = ()
) -> dict[str, object]:
    """Return the schema of a value that is not null; `values` are those of a string."""
    shape = _reference(definitions, type.name)
    if values and type.name == "Edm.String":
        shape = enum_values(values)
    return {"type": "array", "items": shape} if type.is_collection else shape


def _reference(definitions: Definitions, name: QualifiedName) -> dict[str, object]:
    if name in definitions.addresses:
        return {"$ref": definitions.addresses[name]}
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
