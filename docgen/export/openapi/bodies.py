"""What a request sends, and what it returns: media types with schemas and examples.

What is returned is the content of each documented 2xx response but 204 and 205. A collection, and a
single primitive value, are the property `value` of an object, as in the JSON of OData.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from docgen.export.json_schema import Definitions, value_schema
from docgen.export.openapi.examples import ShownExample, media_types
from docgen.export.openapi.requests import PathRequest
from docgen.schema.edm import is_primitive
from docgen.schema.http import METHODS_WITH_BODY
from docgen.schema.model import (
    ApiOperation,
    EnumType,
    Parameter,
    StructuredType,
    TypeReference,
)
from docgen.schema.type_graph import base_chain

_JSON = "application/json"
_BYTES = "application/octet-stream"
_STREAM = "Edm.Stream"
_EMPTY = frozenset({204, 205})
_REFERENCE: dict[str, object] = {
    "type": "object",
    "properties": {"@odata.id": {"type": "string", "format": "uri-reference"}},
    "required": ["@odata.id"],
}
"""The address of an entity to which a request adds a link."""


def sent_content(
    definitions: Definitions, request: PathRequest, examples: Sequence[ShownExample]
) -> dict[str, object] | None:
    """Return what a request sends, `None` if pages document nothing."""
    sent = [one for one in examples if one.request and one.request.body is not None]
    operations = [
        one.operation for one in request.documented if _sends(one.operation, request)
    ]
    schemas = [
        schema
        for one in operations
        if (schema := _sent_schema(definitions, one)) is not None
    ]
    is_bytes = any(one.body and one.body.name == _STREAM for one in operations)
    shown = media_types(sent, of_request=True) if operations else {}
    if not schemas and not is_bytes and not shown:
        return None
    kinds = _kinds(shown, schemas)
    if is_bytes and all(one.startswith("text/") for one in kinds):
        kinds.append(_BYTES)  # the text of an example stands for any content
    return {"content": _media(kinds, schemas, shown)}


def _kinds(
    shown: Mapping[str, object], schemas: Sequence[dict[str, object]]
) -> list[str]:
    """Return the media types of examples, after JSON if there is a schema of it."""
    return [
        *([_JSON] if schemas else []),
        *(one for one in shown if one != _JSON or not schemas),
    ]


def _media(
    kinds: Sequence[str],
    schemas: Sequence[dict[str, object]],
    shown: Mapping[str, Mapping[str, object]],
) -> dict[str, object]:
    """Return media types, each with a schema; `schemas` are those of JSON."""
    return {
        kind: {
            "schema": _any(schemas) if schemas and kind == _JSON else _content_of(kind),
            **({"examples": shown[kind]} if kind in shown else {}),
        }
        for kind in kinds
    }


def _content_of(kind: str) -> dict[str, object]:
    """Return the schema of a media type for which pages say no more."""
    if kind == _JSON:
        return {}
    is_text = kind.startswith("text/")
    return {"type": "string"} if is_text else {"type": "string", "format": "binary"}


def _sends(operation: ApiOperation, request: PathRequest) -> bool:
    """Return whether a request of an operation has its body: DELETE only if no other has."""
    methods = {one.method.upper() for one in operation.requests}
    if request.method in METHODS_WITH_BODY:
        return True
    has_body = any(one.place == "body" for one in operation.parameters)
    return request.method == "DELETE" and has_body and not methods & METHODS_WITH_BODY


def _sent_schema(
    definitions: Definitions, operation: ApiOperation
) -> dict[str, object] | None:
    if operation.takes_reference:
        return _REFERENCE
    members = [one for one in operation.parameters if one.place == "body" and one.name]
    body = operation.body
    if body is None or body.name == _STREAM:
        return _members(definitions, members) if members else None
    shape = value_schema(definitions, body)
    if operation.body_part is not None:
        named = [one for one in members if one.name == operation.body_part]
        part: dict[str, object] = {
            "type": "object",
            "properties": {operation.body_part: shape},
        }
        return _members(definitions, named) if named else part
    others = _not_of_type(definitions, body, members)
    if body.is_collection or not others:
        return shape
    return {"allOf": [shape], **_members(definitions, others)}


def _not_of_type(
    definitions: Definitions, body: TypeReference, members: Sequence[Parameter]
) -> list[Parameter]:
    """Return the members that must be sent, or that the type of the body does not have."""
    types = (
        definitions.types.get(name) for name in base_chain(body.name, definitions.bases)
    )
    names = {
        row.name for one in types if isinstance(one, StructuredType) for row in one.rows
    }
    return [one for one in members if one.required or one.name not in names]


def _members(
    definitions: Definitions, members: Sequence[Parameter]
) -> dict[str, object]:
    """Return an object with these members."""
    required = [*dict.fromkeys(one.name for one in members if one.required)]
    return {
        "type": "object",
        "properties": {one.name: _member(definitions, one) for one in members},
        **({"required": required} if required else {}),
    }


def _member(definitions: Definitions, one: Parameter) -> dict[str, object]:
    return {
        **(value_schema(definitions, one.type) if one.type else {}),
        **({"description": one.description} if one.description else {}),
        **definitions.sources(*(one.sources or (one.source,))),
    }


def responses(
    definitions: Definitions,
    request: PathRequest,
    examples: Sequence[ShownExample],
    returns: Sequence[TypeReference | None],
) -> dict[str, object]:
    """Return the responses by status; `returns` is what each page says that it returns."""
    stated = {status for one in request.documented for status in one.operation.statuses}
    shown = {one.response.status for one in examples if one.response}
    statuses = sorted(one for one in stated | shown if 100 <= one <= 599)
    types = [*dict.fromkeys(one for one in returns if one is not None)]
    if not statuses:
        content = _content(definitions, types, ())
        return {"2XX": {"description": "Success", **content}}
    found: dict[str, object] = {}
    for status in statuses:
        own = [
            one for one in examples if one.response and one.response.status == status
        ]
        is_success = 200 <= status < 300 and status not in _EMPTY
        content = _content(definitions, types if is_success else (), own)
        found[str(status)] = {"description": _phrase(status), **content}
    return found


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"


def _content(
    definitions: Definitions,
    types: Sequence[TypeReference],
    examples: Sequence[ShownExample],
) -> dict[str, object]:
    """Return the media types of a response with its examples."""
    shown = media_types(examples, of_request=False)
    schemas = [
        _returned(definitions, one)
        for one in types
        if one.is_collection or one.name != _STREAM
    ]
    is_bytes = len(schemas) < len(types)
    kinds = _kinds(shown, schemas) or ([_BYTES] if is_bytes else [])
    content = _media(kinds, schemas, shown)
    return {"content": content} if content else {}


def _returned(definitions: Definitions, type: TypeReference) -> dict[str, object]:
    shape = value_schema(definitions, type)
    is_enum = isinstance(definitions.types.get(type.name), EnumType)
    if type.is_collection or is_primitive(type.name) or is_enum:
        return {"type": "object", "properties": {"value": shape}}
    return shape


def _any(schemas: Sequence[dict[str, object]]) -> dict[str, object]:
    """Return the schema of a value that has one of the schemas."""
    different = [
        one for number, one in enumerate(schemas) if one not in schemas[:number]
    ]
    return different[0] if len(different) == 1 else {"anyOf": different}
