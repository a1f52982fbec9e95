"""How requests are sent: the only module that knows an HTTP library.

`Transport` and `AsyncTransport` are all that a client needs of one. `HttpxTransport`
and `AsyncHttpxTransport` use httpx2, which is imported when a client is constructed.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import AsyncIterable, Iterable
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from graph._errors import CallTimedOut, ConnectionFailed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Mapping
    from types import ModuleType

Content: TypeAlias = bytes | Iterable[bytes] | AsyncIterable[bytes] | None
"""The body of a request."""


@dataclass(frozen=True, kw_only=True)
class HttpRequest:
    """A request; `timeout` is in seconds.

    `is_foreign` means that it is sent to another host than that of the client, so
    without anything that identifies the user. Its representation has neither the query
    string nor headers.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    content: Content = None
    timeout: float
    is_foreign: bool = False
    auth: object = None

    def __repr__(self) -> str:
        return f"<{self.method} {self.url.partition('?')[0]}>"


@dataclass(frozen=True, kw_only=True)
class Response:
    """A response that was received; the names of `headers` are in lower case.

    Its representation has the status only.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes = b""

    def __repr__(self) -> str:
        return f"<response {self.status}>"

    def json(self) -> Any:
        """Return the body as JSON. Raises `ValueError` if it is not JSON."""
        return json.loads(self.content)

    @property
    def retry_after(self) -> float | None:
        """The number of seconds to wait, if the service states it."""
        text = self.headers.get("retry-after", "").strip()
        if text.isascii() and text.isdecimal():
            return float(text)
        try:
            moment = parsedate_to_datetime(text).timestamp()
        except (ValueError, OverflowError):
            return None
        return max(moment - time.time(), 0.0)


class Received(Protocol):
    """The beginning of a response, whose body is read later."""

    @property
    def status_code(self) -> int:
        """The status of HTTP."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        ...

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body in parts."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class AsyncReceived(Protocol):
    """`Received` for coroutines."""

    @property
    def status_code(self) -> int:
        """The status of HTTP."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        ...

    def aiter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the body in parts."""
        ...

    async def aclose(self) -> None:
        """Close the connection."""
        ...


@runtime_checkable
class Transport(Protocol):
    """Sends requests. Redirects are not followed, and nothing is repeated.

    Raises `ConnectionFailed` and `CallTimedOut`, also while a body is read.
    """

    def send_request(self, request: HttpRequest) -> Received:
        """Send a request, and return the beginning of its response."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


@runtime_checkable
class AsyncTransport(Protocol):
    """`Transport` for coroutines."""

    async def send_request(self, request: HttpRequest) -> AsyncReceived:
        """Send a request, and return the beginning of its response."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class HttpClient(Protocol):
    """What is used of `httpx2.Client`."""

    def build_request(self, method: str, url: str, **options: Any) -> Any: ...

    def send(
        self, request: Any, *, stream: bool, auth: Any, follow_redirects: bool
    ) -> Any: ...

    def close(self) -> None: ...


class AsyncHttpClient(Protocol):
    """What is used of `httpx2.AsyncClient`."""

    def build_request(self, method: str, url: str, **options: Any) -> Any: ...

    async def send(
        self, request: Any, *, stream: bool, auth: Any, follow_redirects: bool
    ) -> Any: ...

    async def aclose(self) -> None: ...


class HttpAuth(Protocol):
    """What is used of `httpx2.Auth`."""

    def sync_auth_flow(self, request: Any) -> Any: ...


def httpx2() -> ModuleType:
    """Return the HTTP library."""
    try:
        return import_module("httpx2")
    except ModuleNotFoundError as error:
        if error.name != "httpx2":
            raise
        message = "a client needs httpx2: python -m pip install httpx2"
        raise ModuleNotFoundError(message, name="httpx2") from None


def prepared(http: HttpClient | AsyncHttpClient, request: HttpRequest) -> Any:
    """Return a request of httpx2, to other hosts without cookies and other headers."""
    timeout = httpx2().Timeout(request.timeout)
    if not request.is_foreign:
        return http.build_request(
            request.method,
            request.url,
            headers=dict(request.headers),
            content=request.content,
            timeout=timeout,
        )
    return httpx2().Request(
        request.method,
        request.url,
        headers=dict(request.headers),
        content=request.content,
        extensions={"timeout": timeout.as_dict()},
    )


@contextmanager
def translated() -> Iterator[None]:
    """Raise the exceptions of this package instead of those of httpx2."""
    library = httpx2()
    unsent = (library.ConnectError, library.ConnectTimeout, library.PoolTimeout)
    try:
        yield
    except library.TimeoutException as error:
        was_sent = not isinstance(error, unsent)
        raise CallTimedOut(described(error), was_sent=was_sent) from error
    except (library.RequestError, library.StreamError, library.InvalidURL) as error:
        was_sent = not isinstance(error, unsent)
        raise ConnectionFailed(described(error), was_sent=was_sent) from error


def described(error: Exception) -> str:
    """Return the kind of an exception; its text might contain what was sent."""
    words = re.sub("(?=[A-Z])", " ", type(error).__name__).lower()
    return f"the connection failed:{words}"


class HttpxReceived:
    """A response of httpx2."""

    def __init__(self, received: Any) -> None:
        self.received = received
        self.status_code: int = received.status_code
        self.headers: Mapping[str, str] = received.headers

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body in parts."""
        with translated():
            yield from self.received.iter_bytes()

    def close(self) -> None:
        """Close the connection."""
        with translated():
            self.received.close()


class AsyncHttpxReceived:
    """A response of httpx2 for coroutines."""

    def __init__(self, received: Any) -> None:
        self.received = received
        self.status_code: int = received.status_code
        self.headers: Mapping[str, str] = received.headers

    async def aiter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the body in parts."""
        with translated():
            async with aclosing(self.received.aiter_bytes()) as parts:
                async for part in parts:
                    yield part

    async def aclose(self) -> None:
        """Close the connection."""
        with translated():
            await self.received.aclose()


class HttpxTransport:
    """Sends requests with a client of httpx2, of the user or a new one."""

    def __init__(self, http: HttpClient | None = None) -> None:
        self.is_own = http is None
        self.http: HttpClient = http or httpx2().Client()

    def send_request(self, request: HttpRequest) -> Received:
        """Send a request, and return the beginning of its response."""
        with translated():
            received = self.http.send(
                prepared(self.http, request),
                stream=True,
                auth=request.auth,
                follow_redirects=False,
            )
        return HttpxReceived(received)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def close(self) -> None:
        """Close all connections, unless they belong to the user's client."""
        if self.is_own:
            self.http.close()


class AsyncHttpxTransport:
    """Sends requests with an `AsyncClient` of httpx2, of the user or a new one."""

    def __init__(self, http: AsyncHttpClient | None = None) -> None:
        self.is_own = http is None
        self.http: AsyncHttpClient = http or httpx2().AsyncClient()

    async def send_request(self, request: HttpRequest) -> AsyncReceived:
        """Send a request, and return the beginning of its response."""
        with translated():
            received = await self.http.send(
                prepared(self.http, request),
                stream=True,
                auth=request.auth,
                follow_redirects=False,
            )
        return AsyncHttpxReceived(received)

    async def sleep(self, seconds: float) -> None:
        """Wait, in asyncio or trio: httpx2 needs anyio anyway."""
        await import_module("anyio").sleep(seconds)

    async def aclose(self) -> None:
        """Close all connections, unless they belong to the user's client."""
        if self.is_own:
            await self.http.aclose()
