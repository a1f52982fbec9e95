"""The document: paths, components, security schemes and the server that examples name.

Everything in it is documented on a page, and has the page and line in `x-source`. Facts for which
pages have no word are left out; the title of the document is the namespace of most types.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docgen.export.json_schema import Definitions, type_schema
from docgen.export.listed import ListedRows, listed_rows
from docgen.export.openapi.bodies import responses, sent_content
from docgen.export.openapi.examples import ShownExample, examples_of
from docgen.export.openapi.names import component_keys, operation_ids
from docgen.export.openapi.parameters import request_parameters
from docgen.export.openapi.requests import PathRequest, requests_by_path
from docgen.export.openapi.security import requirements, security_schemes
from docgen.export.origin import MARK
from docgen.export.sources import request_sources
from docgen.regex import Regex
from docgen.schema.model import (
    ApiOperation,
    Operation,
    Schema,
    Type,
    TypeReference,
    returned_type,
)
from docgen.schema.names import DEFAULT_NAMESPACE, namespace, short_name

_VERSION = Regex(r"v\d{1,3}(?:\.\d{1,3})?|beta")
_SERVER = Regex(
    r"(https?://[a-zA-Z0-9.:-]+)((?:/(?:v\d{1,3}(?:\.\d{1,3})?|beta)(?=[/?#]|$))?)"
)
"""The host of a URL, and its version, which is not in the path of a request."""


def to_openapi(schema: Schema) -> str:
    """Return the operations and types of a schema as an indented OpenAPI 3.1 document."""
    types = {one.name: one for one in schema.types}
    keys = component_keys(types)
    addresses = {name: f"#/components/schemas/{key}" for name, key in keys.items()}
    definitions = Definitions(types=types, addresses=addresses, has_sources=True)
    by_path = requests_by_path(schema)
    requests = [one for each in by_path.values() for one in each]
    names = operation_ids(requests)
    rows = listed_rows(schema)
    server = _server(schema)
    schemes = security_schemes(requests)
    document = {
        "openapi": "3.1.0",
        "info": _title_and_version(schema, server),
        "x-comment": MARK,
        **({"servers": [{"url": server}]} if server else {}),
        **({"security": [{scheme: []} for scheme in schemes]} if schemes else {}),
        "paths": {
            path: {
                one.method.lower(): _operation(
                    definitions, one, names, rows, examples_of(one, server)
                )
                for one in each
            }
            for path, each in by_path.items()
        },
        "components": {
            "schemas": {
                keys[name]: type_schema(definitions, types[name]) for name in types
            },
            "securitySchemes": schemes,
        },
    }
    content = msgspec.json.format(msgspec.json.encode(document), indent=2)
    return content.decode() + "\n"


def _title_and_version(schema: Schema, server: str | None) -> dict[str, object]:
    """Return the title and the version, which OpenAPI requires."""
    spaces = Counter(namespace(one.name) for one in schema.types)
    title = spaces.most_common(1)[0][0] if spaces else DEFAULT_NAMESPACE
    version = (server or "").rpartition("/")[2]
    is_version = _VERSION.fullmatch(version) is not None
    return {"title": title, "version": version if is_version else "1"}


def _server(schema: Schema) -> str | None:
    """Return the host and version that most requests and examples name."""
    found = Counter(
        "".join(match.groups())
        for url in _urls(schema)
        if (match := _SERVER.match(url)) is not None
    )
    return found.most_common(1)[0][0] if found else None


def _urls(schema: Schema) -> Iterator[str]:
    for operation in schema.operations:
        yield from (one.path for one in operation.requests)
        yield from (one.request.url for one in operation.examples if one.request)


def _operation(
    definitions: Definitions,
    request: PathRequest,
    names: Mapping[tuple[str, str], str],
    rows: ListedRows,
    examples: Sequence[ShownExample],
) -> dict[str, object]:
    first = request.documented[0].operation
    body = sent_content(definitions, request, examples)
    returns = [_returns(one.operation, rows) for one in request.documented]
    parameters = [*request_parameters(definitions, request)]
    alternatives = requirements(request)
    description = _description(first, rows)
    owner = definitions.types.get(first.owner) if first.owner else None
    return {
        "operationId": names[request.method, request.path],
        "summary": first.label,
        **({"description": description} if description else {}),
        **({"tags": [short_name(first.owner)]} if first.owner else {}),
        **({"parameters": parameters} if parameters else {}),
        **({"requestBody": body} if body else {}),
        "responses": responses(definitions, request, examples, returns),
        **({"security": alternatives} if alternatives else {}),
        **({"deprecated": True} if _is_deprecated(request, owner) else {}),
        **request_sources(*(one.request for one in request.documented)),
    }


def _is_deprecated(request: PathRequest, owner: Type | None) -> bool:
    """Return whether the type is deprecated, or the operation on all of its pages."""
    pages = [one.operation.deprecation for one in request.documented]
    return bool(owner and owner.deprecated) or None not in pages


def _row(operation: ApiOperation, rows: ListedRows) -> Operation | None:
    owner = operation.owner
    return rows.get((owner, operation.api_page)) if owner else None


def _returns(operation: ApiOperation, rows: ListedRows) -> TypeReference | None:
    row, owner = _row(operation, rows), operation.owner
    return returned_type(row, owner, operation) if row and owner else operation.returns


def _description(operation: ApiOperation, rows: ListedRows) -> str | None:
    row = _row(operation, rows)
    return (row.description if row else None) or operation.description
