"""The checks of generated tests: requests that calls send, responses that they read."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from graph import _catalogue, _wire
from graph._answers import (
    AsyncLinkedPages,
    AsyncMonitoredOperation,
    AsyncStreamedDownload,
    LinkedPages,
    MonitoredOperation,
    StreamedDownload,
)
from graph._errors import ApiError
from graph._examples import (
    Address,
    Example,
    address_of,
    all_examples,
    differences,
)
from graph._replay import Answers, AsyncReplay, Replay, body_differences

if TYPE_CHECKING:
    from graph._transport import HttpRequest
    from graph.client import AsyncClient, Client

    Call: TypeAlias = Callable[[Client | AsyncClient, Any], Any]
else:
    Call: TypeAlias = Callable[..., Any]

T = TypeVar("T")

Calls: TypeAlias = dict[str, Call]
"""Calls by the keys of examples; they are given a client and the documented body."""

SERVICE = "https://service.example/v1.0"
"""The URL of the service if the pages name none."""

QUALIFIED = re.compile(r"[a-z]\w*(?:\.[a-z]\w*)+", re.IGNORECASE)


def check_call(calls: Calls, key: str) -> None:
    """Check that a call sends the request of an example, and reads its response.

    URLs are compared without host and version, and bodies as JSON. What is read is
    written again, and must be the documented response. Raises `AssertionError`.
    """
    from graph.client import Client

    example = all_examples()[key]
    transport = Replay([example])
    transport.answers = OneAnswer([example])
    client = Client(base_url=Client.BASE_URL or SERVICE, retries=0, http=transport)
    result: Any = None
    try:
        result = complete(calls[key](client, example.request.body))
    except ApiError as error:
        result = error
    check_request(example, transport.requests)
    check_result(example, result)


def check_async_call(calls: Calls, key: str) -> None:
    """Check as `check_call` does, with the client that has coroutines."""
    asyncio.run(checked(calls, key))


async def checked(calls: Calls, key: str) -> None:
    from graph.client import AsyncClient

    example = all_examples()[key]
    transport = AsyncReplay([example])
    transport.answers = OneAnswer([example])
    base_url = AsyncClient.BASE_URL or SERVICE
    client = AsyncClient(base_url=base_url, retries=0, http=transport)
    result: Any = None
    try:
        result = await async_complete(calls[key](client, example.request.body))
    except ApiError as error:
        result = error
    check_request(example, transport.requests)
    check_result(example, result)


class OneAnswer(Answers):
    """Answers every request with the same example."""

    def found(self, request: HttpRequest, content: bytes) -> Example:
        """Return the example, whatever the request is."""
        del request, content
        return self.examples[0][0]


def complete(result: Any) -> Any:
    """Return what a call returned: bytes of downloads, a list with the first page."""
    if isinstance(result, LinkedPages):
        return list(next(iter(result.pages()), ()))
    return result.read() if isinstance(result, StreamedDownload) else result


async def async_complete(result: Any) -> Any:
    """Return what a call returned, as `complete` does."""
    if isinstance(result, Awaitable):
        result = await result
    if isinstance(result, AsyncLinkedPages):
        async for page in result.pages():
            return list(page)
        return []
    return await result.read() if isinstance(result, AsyncStreamedDownload) else result


def check_request(example: Example, requests: list[HttpRequest]) -> None:
    """Check the first request that a call sent."""
    assert requests, "the call sent no request"
    request = requests[0]
    assert request.method == example.method
    sent, documented = address_of(request.url), address_of(example.url)
    assert are_same_paths(sent, documented), f"{sent} was sent, not {documented}"
    assert sent.query == documented.query, f"{sent} was sent, not {documented}"
    headers = {name.lower(): value for name, value in request.headers.items()}
    for name, value in example.request.headers.items():
        assert headers.get(name.lower()) == value, f"the header {name} differs"
    content = request.content
    assert content is None or isinstance(content, bytes)
    found = list(body_differences(content or b"", example.request))
    assert not found, found


def are_same_paths(sent: Address, documented: Address) -> bool:
    """Return whether paths are the same, or those of two URLs of one operation.

    A type may follow the documented collection.
    """
    if without_aliases(sent.loose) == without_aliases(documented.loose):
        return True
    *path, last = documented.path
    end = [last] if last == "$count" else []
    path = path if end else [*path, last]
    while path and QUALIFIED.fullmatch(path[-1]):
        path.pop()
    return sent.loose == replace(documented, path=(*path, *end)).loose


def without_aliases(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path without words that two URLs of one operation may differ in."""
    if path[:2] == ("users", "*"):
        path = path[2:]
    return (*(one for one in path[:-1] if one != "calendar"), *path[-1:])


def check_result(example: Example, result: Any) -> None:
    """Check that what a call returned is written as the documented response."""
    if example.status >= 400:
        assert isinstance(result, ApiError)
        assert result.status == example.status
        return
    assert not isinstance(result, ApiError), result
    if isinstance(result, (AsyncMonitoredOperation, MonitoredOperation)):
        headers = {k.lower(): v for k, v in example.response.headers.items()}
        link = headers.get("operation-location") or headers.get("location") or ""
        assert result.monitor_url.endswith(link)
        return
    if result is None:
        return
    if isinstance(result, bytes):
        is_moved = example.status >= 300
        assert is_moved or result == example.response.content, "the content differs"
        return
    body = example.response.body
    if isinstance(result, int) and not example.response.is_json:
        assert str(result) == body.strip("\ufeff ")
        return
    written = _wire.written(result)
    inner = body["value"] if isinstance(body, dict) and "value" in body else body
    found = list(differences(written, body))
    assert not found or not any(differences(written, inner)), found


def read(model: type[T], data: Any) -> T:
    """Return JSON as a class of the package; values of other types stay as they are.

    Examples have such values as placeholders.
    """
    names = {path: name for name, path in _catalogue.MODELS.items()}
    package = model.__module__.partition(".models.")[2]
    found: T = value(names[f"{package}.{model.__name__}"], data)
    return found


def value(type_: str, data: Any) -> Any:
    """Return JSON as a value of a type; a value of another type stays as it is."""
    try:
        found, _ = _wire.read_leniently(type_, data)
    except _wire.JsonError:
        return data
    return found


def content(body: Any) -> bytes:
    """Return a documented body as bytes."""
    return body.encode() if isinstance(body, str) else _wire.encoded(body)
