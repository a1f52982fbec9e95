"""Documented examples by media type; each shows the request line to which it belongs.

An example belongs to the request of its page whose URL it has, else to the first one of its method.
Examples of other methods, and of other hosts, belong to none.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from docgen.export.openapi.requests import PathRequest
from docgen.export.sources import sources
from docgen.regex import Regex
from docgen.schema.model import (
    ApiOperation,
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
)
from docgen.schema.url_segments import url_segments

_JSON = "application/json"
_TEXT = "text/plain"
_MEDIA_TYPE = Regex(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
_HOST = Regex(r"https?://([^/?#]+)", re.IGNORECASE)

ShownExample = DocumentedExample
"""A documented example of a request."""


def examples_of(request: PathRequest, server: str | None) -> list[DocumentedExample]:
    """Return the examples of a request, in the order of pages; `server` is what they call."""
    return [
        example
        for one in request.documented
        for example in one.operation.examples
        if _number(one.operation, example, server) == one.number
    ]


def _number(
    operation: ApiOperation, example: DocumentedExample, server: str | None
) -> int | None:
    """Return the number of the request of an operation that an example shows.

    It shows none if no request has its method, or if it calls another host, as notifications do.
    """
    shown = example.request
    if shown is None:
        return 0
    host, other = _host(server or ""), _host(shown.url)
    if host and other and host != other:
        return None
    numbers = [
        number
        for number, one in enumerate(operation.requests)
        if one.method.upper() == shown.method.upper()
    ]
    for number in numbers:
        if _matches(operation.requests[number].path, shown.url):
            return number
    return numbers[0] if numbers else None


def _host(url: str) -> str:
    """Return the host of a URL in lower case, empty if it has none."""
    found = _HOST.match(url)
    return found[1].lower() if found else ""


def _matches(path: str, url: str) -> bool:
    """Return whether a URL has the words of a path; values are placeholders of it."""
    wanted, given = url_segments(path), url_segments(url)
    return len(wanted) == len(given) and all(
        bool(one.placeholders) or one.word.lower() == other.word.lower()
        for one, other in zip(wanted, given, strict=True)
    )


def media_types(
    examples: Iterable[DocumentedExample], *, of_request: bool
) -> Mapping[str, Mapping[str, object]]:
    """Return the examples with a body, by media type and name.

    Examples that have one message together show it once.
    """
    found: dict[str, dict[str, object]] = {}
    for example in examples:
        message = example.request if of_request else example.response
        if message is None or message.body is None:
            continue
        named = found.setdefault(_media_type(message), {})
        shown = _example(example, message)
        if shown not in named.values():
            named[f"example{len(named) + 1}"] = shown
    return found


def _media_type(message: ExampleRequest | ExampleResponse) -> str:
    for name, value in message.headers:
        kind = value.partition(";")[0].strip().lower()
        if name.lower() == "content-type" and _MEDIA_TYPE.fullmatch(kind):
            return kind
    is_json = message.is_json or (message.body or "").startswith(("{", "["))
    return _JSON if is_json else _TEXT


def _example(
    example: DocumentedExample, message: ExampleRequest | ExampleResponse
) -> dict[str, object]:
    body = message.body or ""
    request = example.request
    line = {"x-request": f"{request.method} {request.url}"} if request else {}
    return {
        **({"summary": example.name} if example.name else {}),
        "value": msgspec.Raw(body.encode()) if message.is_json else body,
        **line,
        **sources(example.source),
    }
