"""The interface of ASGI: what applications receive and send, and what a request has."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import TypeAlias
from urllib.parse import quote

AsgiScope: TypeAlias = Mapping[str, object]
AsgiMessage: TypeAlias = MutableMapping[str, object]
AsgiReceive: TypeAlias = Callable[[], Awaitable[AsgiMessage]]
AsgiSend: TypeAlias = Callable[[AsgiMessage], Awaitable[None]]
AsgiApplication: TypeAlias = Callable[
    [AsgiScope, AsgiReceive, AsgiSend], Awaitable[None]
]


def target_of(scope: AsgiScope) -> str:
    """Return the path and the query of a request, encoded."""
    raw, query = scope.get("raw_path"), scope.get("query_string")
    path = raw.decode("latin-1") if isinstance(raw, bytes) else ""
    path = path.partition("?")[0] or quote(str(scope["path"]))
    options = query.decode("latin-1") if isinstance(query, bytes) else ""
    return f"{path}?{options}" if options else path


def headers_of(values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers of a request or of the start of a response."""
    headers = values["headers"]
    pairs = headers if isinstance(headers, (list, tuple)) else ()
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in pairs}


def response_start(status: int, headers: Mapping[str, str]) -> AsgiMessage:
    """Return the message that begins a response."""
    start: AsgiMessage = {"type": "http.response.start", "status": status}
    return with_headers(start, headers)


def with_headers(start: AsgiMessage, headers: Mapping[str, str]) -> AsgiMessage:
    """Return the message that begins a response, with these headers only."""
    pairs = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in headers.items()]
    return {**start, "headers": pairs}
