"""The document: a `Schema` in, a JSON Schema of draft 2020-12 out, one definition a type.

Definitions are named by qualified name, and refer to each other; the document itself says
nothing about a value, so a user names the definition that is meant.
"""

from typing import assert_never

import msgspec

from docgen.export.jsonschema.enums import enum_schema
from docgen.export.jsonschema.structured import Types, structured_schema
from docgen.schema.model import EnumType, Schema, StructuredType, Type

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def to_jsonschema(schema: Schema) -> str:
    """Return the schema as an indented JSON Schema with a final newline."""
    types = {one.name: one for one in schema.types}
    definitions = {name: _definition(types, one) for name, one in types.items()}
    whole = {"$schema": _DRAFT, "$defs": definitions}
    text = msgspec.json.format(msgspec.json.encode(whole), indent=2)
    return text.decode() + "\n"


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
