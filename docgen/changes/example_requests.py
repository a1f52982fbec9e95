"""What the examples of an API page still send, whether the page lists it or not."""

import json
from collections.abc import Iterator
from functools import lru_cache

from docgen.changes.described_operations import path_key
from docgen.schema.model import ApiOperation, ExampleRequest, Parameter
from docgen.schema.url_paths import path_and_query


def sends(api: ApiOperation, parameter: Parameter) -> bool:
    """Return whether a request of an example has a query option, a header or a body member."""
    name = parameter.name.casefold()
    return any(name in _names(one, parameter.place) for one in _requests(api))


def uses_url(api: ApiOperation, key: str) -> bool:
    """Return whether an example sends a request with a key; any value is one for a placeholder."""
    return any(_matches(one, key) for one in _requests(api))


def _requests(api: ApiOperation) -> Iterator[ExampleRequest]:
    return (one.request for one in api.examples if one.request)


@lru_cache(maxsize=1_024)
def _names(request: ExampleRequest, place: str) -> frozenset[str]:
    """Return the names in one place of a request, in lower case."""
    return frozenset(one.casefold() for one in _found(request, place))


def _found(request: ExampleRequest, place: str) -> Iterator[str]:
    if place == "query":
        _, query = path_and_query(request.url)
        yield from (part.partition("=")[0].strip() for part in query.split("&"))
    elif place == "header":
        yield from (name for name, _ in request.headers)
    elif place == "body" and request.is_json and request.body:
        body: object = json.loads(request.body)
        yield from (body if isinstance(body, dict) else ())


def _matches(request: ExampleRequest, key: str) -> bool:
    method, _, path = key.partition(" ")
    expected, found = path.split("/"), path_key(request.url).split("/")
    return (
        request.method == method
        and len(expected) == len(found)
        and all(
            one in ("{}", other) for one, other in zip(expected, found, strict=True)
        )
    )
