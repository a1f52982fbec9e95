"""Requests of browser programs from other origins (CORS), for an ASGI application.

A browser asks before it sends a request with a token to another origin (a preflight request). It
hides responses, and most of their headers, from a program whose origin the response does not name.
This follows the CORS protocol of the Fetch standard. Cookies are never allowed.
"""

from collections.abc import Collection, Mapping

from docgen.commands.asgi import (
    AsgiApplication,
    AsgiMessage,
    AsgiReceive,
    AsgiScope,
    AsgiSend,
    headers_of,
    response_start,
    target_of,
    with_headers,
)
from docgen.commands.errors import UsageError
from docgen.commands.mock_service import Log
from docgen.regex import Regex

ANY_ORIGIN = "*"

_ORIGIN = Regex(
    r"(?P<origin>(?P<scheme>[a-z][a-z0-9+.-]*)://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\]))"
    r"(?::(?P<port>\d+))?/?"
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}
"""Browsers leave these out."""

_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE"

_SECONDS = "600"
"""How long a browser may remember the answer to a preflight request."""

_REQUESTED_METHOD = "access-control-request-method"
_REQUESTED_HEADERS = "access-control-request-headers"


class CrossOrigin:
    """An ASGI application that lets browser programs of some origins use another one.

    `origins` are as `valid_origin` returns them.
    """

    def __init__(
        self, application: AsgiApplication, origins: Collection[str], log: Log
    ) -> None:
        self._application = application
        self._origins = origins
        self._log = log

    async def __call__(
        self, scope: AsgiScope, receive: AsgiReceive, send: AsgiSend
    ) -> None:
        """Answer a preflight request; pass any other to the application."""
        headers = headers_of(scope) if scope["type"] == "http" else {}
        if "origin" not in headers:
            await self._application(scope, receive, send)
        elif scope["method"] == "OPTIONS" and _REQUESTED_METHOD in headers:
            start = self._preflight(headers, target_of(scope))
            await send(start)
            await send({"type": "http.response.body", "body": b""})
        else:
            sends = self._exposing(headers["origin"], send)
            await self._application(scope, receive, sends)

    def _preflight(self, headers: Mapping[str, str], target: str) -> AsgiMessage:
        origin = headers["origin"]
        vary = f"origin, {_REQUESTED_METHOD}, {_REQUESTED_HEADERS}"
        allowed = self._allowed(origin)
        if not allowed:
            self._log(
                f"OPTIONS {target} 403\n`--cors {origin}` allows programs of this origin"
            )
            return response_start(403, {"vary": vary})
        self._log(f"OPTIONS {target} 204")
        return response_start(
            204,
            {
                **allowed,
                "access-control-allow-methods": _METHODS,
                "access-control-allow-headers": headers.get(_REQUESTED_HEADERS, ""),
                "access-control-max-age": _SECONDS,
                "vary": vary,
            },
        )

    def _allowed(self, origin: str) -> dict[str, str]:
        """Return the header that allows an origin; none if it is not allowed."""
        if ANY_ORIGIN in self._origins:
            return {"access-control-allow-origin": ANY_ORIGIN}
        if origin in self._origins:
            return {"access-control-allow-origin": origin}
        return {}

    def _exposing(self, origin: str, send: AsgiSend) -> AsgiSend:
        """Return a `send` that shows a response, with all of its headers, to a program."""

        async def sends(message: AsgiMessage) -> None:
            allowed = self._allowed(origin)
            if message["type"] == "http.response.start" and allowed:
                headers = headers_of(message)
                exposed = {"access-control-expose-headers": ", ".join(headers)}
                vary = ", ".join(filter(None, [headers.get("vary"), "origin"]))
                added = {**allowed, **exposed, "vary": vary}
                message = with_headers(message, {**headers, **added})
            await send(message)

        return sends


def valid_origin(text: str) -> str:
    """Return an origin as browsers send it. Raises `UsageError` if the text is not an origin."""
    if text in {ANY_ORIGIN, "null"}:
        return text
    found = _ORIGIN.fullmatch(text.lower())
    if found is None:
        raise UsageError(
            f"`{text}` is not an origin; write one such as `http://localhost:3000`, or `*`"
        )
    port = found["port"]
    is_default = port is None or port == _DEFAULT_PORTS.get(found["scheme"])
    return found["origin"] if is_default else f"{found['origin']}:{port}"
