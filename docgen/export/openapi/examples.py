"""Documented examples by media type; each shows the request line to which it belongs.

An example belongs to the request of its page whose URL it has, else to the first one of its method.
"""

from collections.abc import Iterable, Mapping

import msgspec

from docgen.export.openapi.requests import PathRequest
from docgen.export.openapi.sources import sources
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

ShownExample = DocumentedExample
"""A documented example of a request."""


def examples_of(request: PathRequest) -> list[DocumentedExample]:
    """Return the examples of a request, in the order of pages."""
    return [
        example
        for one in request.documented
        for example in one.operation.examples
        if _number(one.operation, example) == one.number
    ]


def _number(operation: ApiOperation, example: DocumentedExample) -> int:
    """Return the number of the request of an operation that an example shows."""
    shown = example.request
    numbers = [
        number
        for number, one in enumerate(operation.requests)
        if shown is None or one.method.upper() == shown.method.upper()
    ]
    if shown is not None:
        for number in numbers:
            if _matches(operation.requests[number].path, shown.url):
                return number
    return numbers[0] if numbers else 0


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
    """Return the examples with a body, by media type and name."""
    found: dict[str, dict[str, object]] = {}
    for example in examples:
        message = example.request if of_request else example.response
        if message is None or message.body is None:
            continue
        named = found.setdefault(_media_type(message), {})
        named[f"example{len(named) + 1}"] = _example(example, message)
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
