"""What happens between a request and its result: tokens, retries, redirects, errors.

A `Flow` is a generator that yields steps, such as `Send`, and gets their results, so
that clients with and without coroutines share it. A driver carries out the steps.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Generator
from dataclasses import dataclass, replace
from random import random
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar
from urllib.parse import urljoin

from graph import _wire
from graph._call import JSON_TYPE, Prepared, origin, resolved
from graph._errors import (
    CallTimedOut,
    ConnectionFailed,
    PermissionDenied,
    UnexpectedResponse,
    api_error,
)
from graph._requests import permissions
from graph._transport import HttpRequest, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph._requests import Permissions

T = TypeVar("T")
U = TypeVar("U")


class Send(NamedTuple):
    """Send a request; the result is the beginning of a response."""

    request: HttpRequest


class Read(NamedTuple):
    """Read the body of a response, and close it; the result is bytes."""

    received: Any
    timeout: float


class Close(NamedTuple):
    """Close a response whose body is not needed."""

    received: Any


class Sleep(NamedTuple):
    """Wait for a number of seconds."""

    seconds: float


class GetToken(NamedTuple):
    """Get a token that meets a claims challenge, if there is one; or None."""

    claims: str | None


Step: TypeAlias = Send | Read | Close | Sleep | GetToken
Flow: TypeAlias = Generator[Step, Any, T]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a client: `retries` is the number of times a request is repeated.

    `auth` is an authentication of the HTTP library, used instead of a token.
    """

    base_url: str
    timeout: float
    retries: int
    auth: object = None


WITHOUT_BODY = frozenset({202, 204})
RETRIED = frozenset({429, 503, 504})
IDEMPOTENT = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
LONGEST_DELAY = 120.0
"""If the service asks for a longer delay than this number of seconds, a call fails."""

LARGEST_BODY = 100 * 2**20
"""The number of bytes of a JSON body, decompressed, that is read at most."""

SLOWEST_BODY = 10
"""A body may take this many times the timeout of a call."""


def received(prepared: Prepared, settings: Settings) -> Flow[Any]:
    """Send a request until it succeeds; return the beginning of the response.

    Raises `ApiError`, `ConnectionFailed` or `CallTimedOut`.
    """
    request = replace(prepared.request, auth=settings.auth)
    attempt = redirects = 0
    claims: str | None = None
    while True:
        token = None
        if not request.is_foreign and settings.auth is None:
            token = yield GetToken(claims)
        try:
            response = yield Send(with_token(request, token))
        except (CallTimedOut, ConnectionFailed) as error:
            if attempt >= settings.retries or not may_repeat(prepared, error.was_sent):
                raise
            yield Sleep(backoff(attempt))
            attempt += 1
            continue
        status, headers = response.status_code, response.headers
        if status in REDIRECTS and "location" in headers:
            yield Close(response)
            redirects += 1
            request = redirected(request, response, redirects, settings)
            continue
        challenge = (
            claims_challenge(headers) if status == 401 and claims is None else ""
        )
        if challenge and prepared.is_repeatable and not request.is_foreign:
            yield Close(response)
            claims = challenge
            continue
        if status in RETRIED and attempt < settings.retries:
            asked = head_of(response).retry_after
            delay = backoff(attempt) if asked is None else asked
            is_throttled = status == 429
            if delay <= LONGEST_DELAY and may_repeat(prepared, not is_throttled):
                yield Close(response)
                yield Sleep(delay)
                attempt += 1
                continue
        if status >= 300:
            yield from refused(prepared, request, response, token)
        return response


def refused(
    prepared: Prepared, request: HttpRequest, response: Any, token: str | None
) -> Flow[None]:
    """Raise the exception for a response that is not a success."""
    content = yield Read(response, request.timeout)
    found = head_of(response, content)
    if prepared.on_response:
        prepared.on_response(found)
    if found.status < 400:
        raise UnexpectedResponse(f"the status {found.status} was not expected", found)
    error = api_error(found)
    if isinstance(error, PermissionDenied):
        error.explain(permissions_of(prepared.operation), token)
    raise error


def permissions_of(operation: str) -> Permissions | None:
    """Return the permissions of an operation, if its page has any."""
    found = permissions(operation) if operation else None
    return found if found and any(found) else None


def with_token(request: HttpRequest, token: str | None) -> HttpRequest:
    headers = {"Accept": JSON_TYPE, **request.headers}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    return replace(request, headers=headers)


def may_repeat(prepared: Prepared, was_processed: bool) -> bool:
    """Return whether a request that perhaps was processed may be sent again."""
    if not prepared.is_repeatable:
        return False
    return not was_processed or prepared.request.method in IDEMPOTENT


def backoff(attempt: int) -> float:
    """Return the number of seconds to wait before an attempt, at random."""
    return float(2**attempt) * (0.5 + random() / 2)  # noqa: S311 - not a secret


def redirected(
    request: HttpRequest, response: Any, redirects: int, settings: Settings
) -> HttpRequest:
    """Return the request that a redirect leads to: without a token to other hosts.

    Only requests that read something are redirected, to other hosts only over https.
    """
    head = head_of(response)
    if request.method not in {"GET", "HEAD"} or redirects > MOST_REDIRECTS:
        raise UnexpectedResponse("a redirect that can't be followed", head)
    try:
        url = urljoin(request.url, head.headers["location"])
        is_own = origin(url) == origin(settings.base_url)
    except ValueError:
        raise UnexpectedResponse("a redirect to an invalid URL", head) from None
    if is_own and not request.is_foreign:
        return replace(request, url=url)
    return foreign(request, url, head)


def foreign(request: HttpRequest, url: str, head: Response) -> HttpRequest:
    """Return a request to another host, without anything that identifies the user."""
    if not url.lower().startswith("https://"):
        raise UnexpectedResponse("another host without https", head)
    kept = {k: v for k, v in request.headers.items() if k.lower() in KEPT_HEADERS}
    return replace(request, url=url, headers=kept, auth=None, is_foreign=True)


KEPT_HEADERS = frozenset({"accept", "range"})
"""Headers that are sent to other hosts."""


def claims_challenge(headers: Any) -> str:
    """Return the claims that a response with the status 401 demands, or nothing."""
    found = CLAIMS.search(headers.get("www-authenticate", ""))
    if found is None:
        return ""
    try:
        return b64decode(found[1] + "==").decode()
    except ValueError:
        return ""


CLAIMS = re.compile(r'\bclaims="([A-Za-z0-9+/_-]{1,8192})=*"')


def head_of(response: Any, content: bytes = b"") -> Response:
    """Return a response without its connection."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Response(status=response.status_code, headers=headers, content=content)


def exchanged(prepared: Prepared, settings: Settings) -> Flow[Response]:
    """Send a request, and return the complete response."""
    response = yield from received(prepared, settings)
    content = yield Read(response, prepared.request.timeout)
    found = head_of(response, content)
    if prepared.on_response:
        prepared.on_response(found)
    return found


def finished(flow: Flow[T], finish: Callable[[T], U]) -> Flow[U]:
    """Return a flow whose result is made from that of another one."""
    return finish((yield from flow))


def value_of(prepared: Prepared, type_: str, settings: Settings) -> Flow[Any]:
    """Send a request, and return the value in the response, or None without a type."""
    response = yield from exchanged(prepared, settings)
    is_empty = response.status in WITHOUT_BODY and not response.content
    if not type_ or (prepared.may_be_missing and is_empty):
        return None
    return read_value(response, type_, prepared.lenient)


def read_value(
    response: Response, type_: str, lenient: list[UnexpectedResponse] | None
) -> Any:
    """Return the value in a response.

    A primitive value, a list, and on some pages an object, is the `value` of an object.
    """
    data = decoded(response)
    inner, path = data, ""
    if isinstance(data, dict) and "value" in data:
        is_alone = all(key == "value" or "@" in key for key in data)
        is_object = isinstance(data["value"], dict)
        if _wire.is_plain(type_) or (is_alone and is_object):
            inner, path = data["value"], ".value"
    return read_as(response, type_, inner, path, lenient)


def read_as(
    response: Response,
    type_: str,
    data: object,
    path: str,
    lenient: list[UnexpectedResponse] | None,
) -> Any:
    try:
        if lenient is None:
            return _wire.read(type_, data)
        value, errors = _wire.read_leniently(type_, data)
    except _wire.JsonError as error:
        raise unexpected(error, response, path) from None
    lenient += (unexpected(one, response, path) for one in errors)
    return value


def unexpected(
    error: _wire.JsonError, response: Response, path: str
) -> UnexpectedResponse:
    """Return the exception for a wrong value, without the value."""
    reason = error.reason.partition(", not ")[0]
    return UnexpectedResponse(reason, response, path + error.path)


def decoded(response: Response) -> Any:
    if not response.content:
        reason = f"the status {response.status} without a body"
        raise UnexpectedResponse(f"{reason}, but the page documents one", response)
    try:
        return _wire.decoded(response.content)
    except (ValueError, RecursionError):
        media_type = response.headers.get("content-type", "").partition(";")[0]
        reason = f"the body is not JSON, but {media_type[:80] or 'unknown'}"
        raise UnexpectedResponse(reason, response) from None


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of results."""

    items: list[Any]
    count: int | None
    next_link: str | None
    delta_link: str | None


def page_of(prepared: Prepared, type_: str, settings: Settings) -> Flow[Page]:
    """Send a request, and return the page of results in the response."""
    response = yield from exchanged(prepared, settings)
    data = decoded(response)
    if not isinstance(data, dict):
        raise UnexpectedResponse("expected an object", response)
    items = data.get("value")
    if not isinstance(items, list):
        raise UnexpectedResponse("expected a list", response, ".value")
    count = data.get("@odata.count")
    return Page(
        items=[
            read_as(response, type_, item, f".value[{index}]", prepared.lenient)
            for index, item in enumerate(items)
        ],
        count=count if isinstance(count, int) else None,
        next_link=link_in(response, data, "@odata.nextLink", settings),
        delta_link=link_in(response, data, "@odata.deltaLink", settings),
    )


def number_of_items(prepared: Prepared, settings: Settings) -> Flow[int]:
    """Send the request of a collection with `/$count`, and return the number."""
    request = prepared.request
    path, mark, query = request.url.partition("?")
    headers = {**request.headers, "Accept": "text/plain"}
    request = replace(request, url=f"{path}/$count{mark}{query}", headers=headers)
    response = yield from exchanged(replace(prepared, request=request), settings)
    digits = response.content.decode("utf-8-sig", "replace").strip()
    if not digits.isascii() or not digits.isdecimal() or len(digits) > LONGEST_COUNT:
        raise UnexpectedResponse("expected the number of items", response)
    return int(digits)


LONGEST_COUNT = 18
"""The number of digits that a number of items has at most."""


def link_in(
    response: Response, data: dict[str, object], key: str, settings: Settings
) -> str | None:
    """Return a link to another page, which must be on the host of the client."""
    link = data.get(key)
    if link is None:
        return None
    try:
        return own_link(link, settings)
    except ValueError as error:
        raise UnexpectedResponse(str(error), response, f"[{key!r}]") from None


def own_link(link: object, settings: Settings) -> str:
    """Return a URL on the host of the client. Raises `ValueError` for any other."""
    if not isinstance(link, str):
        raise ValueError("expected a URL")
    url = resolved(link, settings.base_url)
    if origin(url) != origin(settings.base_url):
        raise ValueError("a URL of another host")
    return url


def linked(prepared: Prepared, link: str) -> Prepared:
    """Return the request for another page: with the headers of the first request."""
    return replace(prepared, request=replace(prepared.request, url=link))


def monitor_of(response: Response, settings: Settings) -> str:
    """Return the URL of the state of a long-running operation, or nothing."""
    headers = response.headers
    link = headers.get("operation-location") or headers.get("location") or ""
    if not link or response.status != 202:
        return ""
    try:
        return resolved(link, settings.base_url)
    except ValueError:
        raise UnexpectedResponse("the location is not a URL", response) from None


def state_of(url: str, started: Prepared, settings: Settings) -> Flow[Response]:
    """Ask for the state of a long-running operation."""
    request = replace(started.request, method="GET", url=url, headers={}, content=None)
    if origin(url) != origin(settings.base_url):
        request = foreign(request, url, Response(status=202, headers={}))
    prepared = Prepared(request=request, on_response=started.on_response)
    return (yield from exchanged(prepared, settings))


DONE = frozenset({"completed", "succeeded", "success"})
FAILED = frozenset({"canceled", "cancelled", "deletefailed", "failed", "updatefailed"})


def status_in(response: Response) -> str:
    """Return the status that a state has in its body, in lower case; empty if none.

    It is a string, or an object whose `state` is one.
    """
    try:
        data = _wire.decoded(response.content)
    except (ValueError, RecursionError):
        return ""
    status = data.get("status") if isinstance(data, dict) else None
    status = status.get("state") if isinstance(status, dict) else status
    return status.lower() if isinstance(status, str) else ""
