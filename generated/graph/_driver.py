"""Carrying out the steps of a flow, with and without coroutines.

Only `Driver` and `AsyncDriver` wait for something, so they are what differs between a
client and one with coroutines.
"""

from __future__ import annotations

import inspect
import re
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from graph._call import origin
from graph._errors import CallTimedOut, UnexpectedResponse
from graph._flow import (
    LARGEST_BODY,
    SLOWEST_BODY,
    Close,
    GetToken,
    Read,
    Send,
    Sleep,
    head_of,
)
from graph._transport import HttpAuth

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from graph._flow import Flow, Settings, Step
    from graph._transport import AsyncTransport, HttpRequest, Transport

T = TypeVar("T")


class AccessToken(Protocol):
    """A token that expires, such as those of azure-identity."""

    @property
    def token(self) -> str:
        """The token itself."""
        ...

    @property
    def expires_on(self) -> float:
        """The time at which it expires, in seconds since 1970."""
        ...


class TokenCredential(Protocol):
    """What issues tokens, such as the credentials of azure-identity."""

    def get_token(self, *scopes: str, **options: Any) -> AccessToken:
        """Return a token for scopes."""
        ...


class AsyncTokenCredential(Protocol):
    """What issues tokens, such as the credentials of azure-identity.aio."""

    async def get_token(self, *scopes: str, **options: Any) -> AccessToken:
        """Return a token for scopes."""
        ...


Credential: TypeAlias = str | Callable[[], str] | TokenCredential | HttpAuth | None
Issuer: TypeAlias = TokenCredential | AsyncTokenCredential | HttpAuth
AsyncCredential: TypeAlias = str | Callable[[], str | Awaitable[str]] | Issuer | None

EARLIEST = 300
"""A token is replaced this number of seconds before it expires."""


def default_scope(base_url: str) -> str:
    """Return the scope that means all permissions that were granted."""
    scheme, host, port = origin(base_url)
    is_usual = port == {"https": "443", "http": "80"}[scheme]
    return f"{scheme}://{host}{'' if is_usual else f':{port}'}/.default"


class Tokens:
    """The tokens of a credential; the last is kept until shortly before it expires."""

    def __init__(self, credential: AsyncCredential, scope: str) -> None:
        self.credential = credential
        self.scope = scope
        self.last: AccessToken | None = None

    def __repr__(self) -> str:
        return "<tokens>"

    def asked(self, claims: str | None) -> Any:
        """Return a token, an `AccessToken`, or what returns one when it is awaited."""
        credential = self.credential
        if credential is None or isinstance(credential, str):
            return credential
        get_token = getattr(credential, "get_token", None)
        if get_token is None:
            return credential()  # type: ignore[operator, unused-ignore]
        last = self.last
        if last and not claims and last.expires_on - EARLIEST > time.time():
            return last
        return get_token(self.scope, claims=claims) if claims else get_token(self.scope)

    def known(self, found: Any) -> str | None:
        """Return a token as a string; an `AccessToken` is kept for later requests."""
        if found is None:
            return None
        if not isinstance(found, str):
            self.last = found
            found = found.token
        if not isinstance(found, str) or not TOKEN.fullmatch(found):
            raise ValueError("the token has characters that can't be sent")
        return found


TOKEN = re.compile(r"[\x21-\x7e]+")


def auth_of(credential: AsyncCredential) -> object:
    """Return the authentication of the HTTP library, if a credential is one."""
    return credential if hasattr(credential, "sync_auth_flow") else None


class Body:
    """The parts of a body that was read, within limits of size and time."""

    def __init__(self, step: Read) -> None:
        self.step = step
        self.parts: list[bytes] = []
        self.size = 0
        self.deadline = time.monotonic() + SLOWEST_BODY * step.timeout

    def add(self, part: bytes) -> None:
        """Add a part. Raises an exception if a limit is exceeded."""
        self.parts.append(part)
        self.size += len(part)
        if self.size > LARGEST_BODY:
            raise UnexpectedResponse(
                "the body is too large", head_of(self.step.received)
            )
        if time.monotonic() > self.deadline:
            raise CallTimedOut("the body did not arrive in time", was_sent=True)

    @property
    def content(self) -> bytes:
        """All bytes."""
        return b"".join(self.parts)


class Driver:
    """Carries out flows with a transport."""

    def __init__(
        self, transport: Transport, settings: Settings, tokens: Tokens
    ) -> None:
        self.transport = transport
        self.settings = settings
        self.tokens = tokens

    def run(self, flow: Flow[T]) -> T:
        """Carry out the steps of a flow, and return its result."""
        try:
            step = next(flow)
            while True:
                try:
                    result = self.carry_out(step)
                except BaseException as error:  # it ends all flows that don't expect it
                    step = flow.throw(error)
                else:
                    step = flow.send(result)
        except StopIteration as stop:
            value: T = stop.value
            return value

    def carry_out(self, step: Step) -> object:
        """Carry out a step, and return its result."""
        match step:
            case Send(request):
                return self.transport.send_request(request)
            case Read():
                return self.read(step)
            case Close(received):
                received.close()
            case Sleep(seconds):
                self.sleep(seconds)
            case GetToken(claims):
                return self.tokens.known(self.tokens.asked(claims))
        return None

    def read(self, step: Read) -> bytes:
        """Read a body, and close the response."""
        body = Body(step)
        try:
            for part in step.received.iter_bytes():
                body.add(part)
        finally:
            step.received.close()
        return body.content

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self.transport.sleep(seconds)


class AsyncDriver:
    """Carries out flows with an asynchronous transport."""

    def __init__(
        self, transport: AsyncTransport, settings: Settings, tokens: Tokens
    ) -> None:
        self.transport = transport
        self.settings = settings
        self.tokens = tokens

    async def run(self, flow: Flow[T]) -> T:
        """Carry out the steps of a flow, and return its result."""
        try:
            step = next(flow)
            while True:
                try:
                    result = await self.carry_out(step)
                except BaseException as error:  # it ends all flows that don't expect it
                    step = flow.throw(error)
                else:
                    step = flow.send(result)
        except StopIteration as stop:
            value: T = stop.value
            return value

    async def carry_out(self, step: Step) -> object:
        """Carry out a step, and return its result."""
        match step:
            case Send(request):
                return await self.transport.send_request(with_async_content(request))
            case Read():
                return await self.read(step)
            case Close(received):
                await received.aclose()
            case Sleep(seconds):
                await self.sleep(seconds)
            case GetToken(claims):
                found = self.tokens.asked(claims)
                if inspect.isawaitable(found):
                    found = await found
                return self.tokens.known(found)
        return None

    async def read(self, step: Read) -> bytes:
        """Read a body, and close the response."""
        body = Body(step)
        try:
            async with aclosing(step.received.aiter_bytes()) as parts:
                async for part in parts:
                    body.add(part)
        finally:
            await step.received.aclose()
        return body.content

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self.transport.sleep(seconds)


def with_async_content(request: HttpRequest) -> HttpRequest:
    """Return a request whose body can be sent by a coroutine."""
    from collections.abc import AsyncIterable
    from dataclasses import replace

    content = request.content
    if content is None or isinstance(content, (bytes, AsyncIterable)):
        return request
    return replace(request, content=async_parts(content))


async def async_parts(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
