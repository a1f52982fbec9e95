"""A service that answers HTTP requests with the documented examples of a package.

It is an ASGI application around `replay` of the generated package, so a program in any language
gets the answers that a test in Python gets. In answers, URLs of the documented service are those of
this one, and URLs of other hosts are below `/-/`, so that a program can follow all of them.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from docgen.commands.asgi import (
    AsgiReceive,
    AsgiScope,
    AsgiSend,
    headers_of,
    response_start,
    target_of,
)
from docgen.regex import Regex

Log: TypeAlias = Callable[[str], None]

_URL = Regex(r"https://(?P<host>[A-Za-z0-9.-]+)(?P<port>:\d+)?(?=[/?#]|$)")
_ELSEWHERE = "/-/"
_UNDOCUMENTED = 501


class Answer(Protocol):
    """The answer of `replay`."""

    @property
    def status_code(self) -> int:
        """The status of HTTP."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, in lower case."""
        ...

    @property
    def content(self) -> bytes:
        """The body."""
        ...


Replays: TypeAlias = Callable[[str, str, Mapping[str, str], bytes, bool], Answer]
"""Answers a request; raises `LookupError` if no example has it.

The arguments are the method, the URL, the headers, the body, and whether the URL is that of another
host, as URLs of uploads are.
"""


class MockService:
    """The ASGI application; `base_url` is that of the documented service."""

    def __init__(self, replays: Replays, base_url: str, log: Log) -> None:
        self._replays = replays
        found = _URL.match(base_url)
        self._host = found["host"] if found else ""
        self._log = log

    async def __call__(
        self, scope: AsgiScope, receive: AsgiReceive, send: AsgiSend
    ) -> None:
        """Answer a request, or the events of the server."""
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            content = await _body(receive)
            status, headers, body = self._answer(scope, content)
            await send(response_start(status, headers))
            await send({"type": "http.response.body", "body": body})

    def _answer(
        self, scope: AsgiScope, content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        method, target = str(scope["method"]), target_of(scope)
        own = _own_address(scope)
        headers = headers_of(scope)
        try:
            url = self._documented(target)
            is_foreign = target.startswith(_ELSEWHERE)
            answer = self._replays(method, url, headers, content, is_foreign)
        except LookupError as error:
            message = str(error.args[0] if error.args else error)
            self._log(f"{method} {target} {_UNDOCUMENTED}\n{message}")
            shown = "; ".join(map(str.strip, message.splitlines()))
            data = {"error": {"code": "undocumentedRequest", "message": shown}}
            found = {"content-type": "application/json"}
            return _UNDOCUMENTED, found, _encoded(data)
        self._log(f"{method} {target} {answer.status_code}")
        found = {
            name: self._moved(value, own)
            for name, value in answer.headers.items()
            if name not in _OF_THE_SERVER
        }
        body = self._moved_body(answer, own)
        found["content-length"] = str(len(body))
        return answer.status_code, found, body

    def _documented(self, target: str) -> str:
        """Return the documented URL of a request."""
        if target.startswith(_ELSEWHERE):
            return f"https://{target.removeprefix(_ELSEWHERE)}"
        return f"https://{self._host}{target}" if self._host else target

    def _moved(self, text: str, own: str) -> str:
        """Return a text whose URLs lead to this service."""

        def moved(found: re.Match[str]) -> str:
            if found["host"] == self._host:
                return own
            return f"{own}{_ELSEWHERE}{found['host']}{found['port'] or ''}"

        return _URL.sub(moved, text)

    def _moved_body(self, answer: Answer, own: str) -> bytes:
        if "json" not in answer.headers.get("content-type", ""):
            return answer.content
        text = answer.content.decode("utf-8", "surrogateescape")
        links = _LINK.sub(lambda found: self._moved(found[0], own), text)
        return links.encode("utf-8", "surrogateescape")


_LINK = Regex(
    r'"(?:@odata\.(?:nextLink|deltaLink)|uploadUrl|@microsoft\.graph\.downloadUrl)"'
    r'\s*:\s*"[^"]*"'
)
"""The members of JSON that a program follows."""

_OF_THE_SERVER = frozenset({"connection", "content-length", "transfer-encoding"})


async def _lifespan(receive: AsgiReceive, send: AsgiSend) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _body(receive: AsgiReceive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        part = message.get("body", b"")
        parts.append(part if isinstance(part, bytes) else b"")
        if not message.get("more_body"):
            return b"".join(parts)


def _own_address(scope: AsgiScope) -> str:
    """Return scheme, host and port of this service, as the program wrote them."""
    host = headers_of(scope).get("host", "")
    return f"{scope.get('scheme', 'http')}://{host}"


def _encoded(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
