"""The JSON Schema of `[tool.docgen]`, in the form that SchemaStore requires for a tool's table.

Draft-07, without references; each key has a description, and a default if it has one.
"""

from collections.abc import Iterable
from typing import TypeAlias

from docgen.config.key_table import KEYS, SEVERITIES, Key, KeyType
from docgen.diagnostics.codes import BY_NAME

_Json: TypeAlias = "str | bool | int | list[_Json] | dict[str, _Json]"

_STRING: dict[str, _Json] = {"type": "string"}


def json_schema() -> dict[str, _Json]:
    """Return the schema of the table."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://json.schemastore.org/partial-docgen.json",
        "title": "docgen",
        "description": "Typed Python from the pages of an API reference",
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": ["source"]}, {"required": ["target"]}],
        "properties": _properties(KEYS),
    }


def _properties(keys: Iterable[Key]) -> _Json:
    return {key.name: _property(key) for key in keys}


def _property(key: Key) -> _Json:
    described: dict[str, _Json] = {"description": key.description, **_type(key)}
    if key.default is not None:
        described["default"] = _array(key.default)
    return described


def _type(key: Key) -> dict[str, _Json]:
    match key.kind:
        case KeyType.BOOLEAN:
            return {"type": "boolean"}
        case KeyType.STRING:
            return {**_STRING, "enum": _array(key.choices)} if key.choices else _STRING
        case KeyType.STRINGS:
            least: dict[str, _Json] = {} if key.default is not None else {"minItems": 1}
            return {"type": "array", "items": _STRING, **least}
        case KeyType.ONE_OR_MORE:
            one: dict[str, _Json] = {**_STRING, "enum": _array(key.choices)}
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case KeyType.TARGETS:
            properties = _properties(one for one in KEYS if one.is_per_target)
            return {"type": "array", "items": _closed_object(properties)}
        case KeyType.SEVERITIES:
            severity = {**_STRING, "enum": _array(SEVERITIES)}
            return _closed_object(
                {
                    name: {"description": code.value.summary, **severity}
                    for name, code in BY_NAME.items()
                }
            )
        case KeyType.CODES_BY_PATTERN:
            code: _Json = {**_STRING, "enum": _array(tuple(BY_NAME))}
            codes: _Json = {"type": "array", "items": code}
            return {"type": "object", "additionalProperties": codes}


def _closed_object(properties: _Json) -> dict[str, _Json]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _array(value: str | tuple[str, ...] | bool) -> _Json:
    return [*value] if isinstance(value, tuple) else value
