"""Whether a call reads the response of an example, by the kind of its result."""

import json
from collections.abc import Iterator, Mapping

from docgen.python.annotations import ANY_ANNOTATION
from docgen.python.documented.model import Obstacle
from docgen.python.documented.readable import Readability, readability
from docgen.python.layout import Layout
from docgen.python.signatures.model import OperationResult
from docgen.python.type_facts import TypeFacts
from docgen.regex import Regex
from docgen.schema.model import ExampleResponse, TypeReference

_WITHOUT_BODY = frozenset({202, 204})
_VALUE = "value"
_LINKS = ("@odata.nextLink", "@odata.deltaLink")
_URL = Regex(r"https?://[a-zA-Z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][\x21-\x5b\x5d-\x7e]*)?")
_NO_BODY = Obstacle(
    "the response has no body",
    "add the body to the example, or write in the response section what is returned",
)


def response_readability(
    response: ExampleResponse, result: OperationResult, layout: Layout, facts: TypeFacts
) -> Readability | Obstacle:
    """Return how a call reads a response, or why it can't."""
    if response.status >= 400:
        return "strictly"
    if response.status >= 300:
        location = _headers(response).get("location", "")
        if location.startswith("https://") and _URL.fullmatch(location):
            return "strictly"
        return Obstacle(
            f"a call does not expect the status `{response.status}` without a URL",
            "write the header `Location`, or another status",
        )
    is_empty = response.status in _WITHOUT_BODY and not response.body
    if result.may_be_missing and is_empty:
        return "strictly"
    match result.kind:
        case "none" | "download":
            return "strictly"
        case "long-running":
            return _started(response)
        case "single" | "pages":
            return _body(response, result, layout, facts)


def number_readability(response: ExampleResponse) -> Readability | Obstacle:
    """Return how a call reads a response that is a number of items."""
    if not response.body:
        return _NO_BODY
    text = response.body.strip("\ufeff ")
    if not text.isascii() or not text.isdecimal() or len(text) > _LONGEST_NUMBER:
        return Obstacle("the response is not a number", "write the number alone")
    return "strictly"


_LONGEST_NUMBER = 18


def _headers(response: ExampleResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers}


def _started(response: ExampleResponse) -> Readability | Obstacle:
    headers = _headers(response)
    link = headers.get("operation-location") or headers.get("location") or ""
    is_url = not link.lower().startswith("http") or _URL.fullmatch(link)
    return "strictly" if is_url else Obstacle(_NO_URL, "correct the URL")


_NO_URL = "the response has a link that is not a URL"


def _body(
    response: ExampleResponse, result: OperationResult, layout: Layout, facts: TypeFacts
) -> Readability | Obstacle:
    if not response.body:
        return _NO_BODY
    if not response.is_json:
        return Obstacle("the body of the response is not JSON", "correct the JSON")
    body = json.loads(response.body)
    type_ = result.type or TypeReference(name=ANY_ANNOTATION)
    if result.kind == "pages":
        return _pages(body, type_, layout, facts)
    found: set[Readability] = {
        readability(one, type_, layout.enums, facts)
        for one in _values(body, type_, layout, facts)
    }
    return _worst(found)


def _values(
    body: object, type_: TypeReference, layout: Layout, facts: TypeFacts
) -> Iterator[object]:
    """Yield the value in a body: a primitive value or a list is the `value` of an object."""
    if isinstance(body, dict) and _VALUE in body:
        is_alone = all(key == _VALUE or "@" in key for key in body)
        is_plain = type_.is_collection or type_.name not in facts.types
        is_plain = is_plain and (
            type_.is_collection
            or type_.name.startswith("Edm.")
            or type_.name in layout.enums
        )
        if is_plain or (is_alone and isinstance(body[_VALUE], dict)):
            yield body[_VALUE]
            return
    yield body


def _pages(
    body: object, type_: TypeReference, layout: Layout, facts: TypeFacts
) -> Readability | Obstacle:
    items = body.get(_VALUE) if isinstance(body, dict) else None
    if not isinstance(body, dict) or not isinstance(items, list):
        return Obstacle(
            "the response is not a collection",
            "write an array with the key `value` in the example",
        )
    if not all(_is_link(body, name) for name in _LINKS):
        return Obstacle(_NO_URL, "correct the URL")
    return _worst({readability(one, type_, layout.enums, facts) for one in items})


def _is_link(body: Mapping[str, object], name: str) -> bool:
    link = body.get(name)
    if link is None:
        return True
    return isinstance(link, str) and _URL.fullmatch(link) is not None


def _worst(found: set[Readability]) -> Readability | Obstacle:
    if "not" in found:
        return Obstacle(
            "the response has another type than the page says",
            "correct the example or the response section",
        )
    return "leniently" if "leniently" in found else "strictly"
