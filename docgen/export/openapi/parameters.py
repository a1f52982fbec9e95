"""The parameters of a request: those of its path, of its query string and its headers.

OpenAPI ignores the headers `Accept`, `Content-Type` and `Authorization` as parameters. They are
left out: media types and security requirements express the same.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.export.json_schema import Definitions, value_schema
from docgen.export.openapi.requests import PathRequest, Placeholder
from docgen.export.sources import sources
from docgen.schema.model import Parameter

_NOT_HEADERS = frozenset({"accept", "content-type", "authorization"})
_OPTIONS = {"$top": "integer", "$skip": "integer", "$count": "boolean"}
"""The query options of OData whose values are not strings."""


def request_parameters(
    definitions: Definitions, request: PathRequest
) -> Iterator[dict[str, object]]:
    """Return the parameters of a request, those of the path first, each once."""
    for placeholder in request.placeholders:
        yield _in_path(definitions, placeholder, request)
    found: dict[tuple[str, str], Parameter] = {}
    for documented in request.documented:
        for one in documented.operation.parameters:
            is_header = one.place == "header" and one.name.lower() not in _NOT_HEADERS
            if one.name and (is_header or one.place == "query"):
                name = one.name.lower() if is_header else one.name
                found.setdefault((one.place, name), one)
    for (place, _), one in found.items():
        yield _parameter(definitions, one, place)


def _in_path(
    definitions: Definitions, placeholder: Placeholder, request: PathRequest
) -> dict[str, object]:
    if placeholder.parameter is not None:
        one = replace(placeholder.parameter, name=placeholder.name, required=True)
        return _parameter(definitions, one, "path")
    source = request.documented[0].request.source
    return {
        "name": placeholder.name,
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
        **sources(source),
    }


def _parameter(
    definitions: Definitions, one: Parameter, place: str
) -> dict[str, object]:
    default = {"type": _OPTIONS.get(one.name, "string")}
    found = one.sources or (one.source,)
    return {
        "name": one.name,
        "in": place,
        **({"description": one.description} if one.description else {}),
        **({"required": True} if one.required else {}),
        "schema": value_schema(definitions, one.type) if one.type else default,
        **sources(*found),
    }
