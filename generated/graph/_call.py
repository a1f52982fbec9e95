"""Creates the request of a call from its arguments.

No argument can change other parts of the request: values are encoded in URLs, headers
with control characters are refused, and a value that would lead to another URL is an
error.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypedDict, TypeVar
from urllib.parse import urljoin

from graph import _wire
from graph._requests import ROOT, Request, encoded, filled, selected
from graph._transport import HttpRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph._errors import UnexpectedResponse
    from graph._transport import Content, Response

T = TypeVar("T")


class CallOptions(TypedDict, total=False):
    """What every call accepts besides its own arguments.

    `timeout` is in seconds. `headers` and `query` are added to those of the call, and
    `extra` to the keys of a JSON body: `extra={"manager": None}` sends a null.
    `on_response` is called with each response that was received, for example
    `on_response=seen.append`; the body of a download is not in it. With a list as
    `lenient`, objects keep values of other types than the page says, and the errors are
    appended to the list instead of being raised.
    """

    timeout: float
    headers: Mapping[str, str]
    query: Mapping[str, str]
    extra: Mapping[str, object]
    on_response: Callable[[Response], object]
    lenient: list[UnexpectedResponse]


class Sent(TypedDict, total=False):
    """What a call sends: query options and headers by name, and one kind of body.

    `body` is an object, `members` are its keys, `reference` is the URL or the ID of an
    entity, `content` is bytes, and `other_content` is bytes in place of an object.
    """

    query: Mapping[str, object]
    headers: Mapping[str, object]
    body: object
    members: Mapping[str, object]
    reference: object
    content: object
    other_content: object


@dataclass(frozen=True, kw_only=True)
class Operation(Generic[T]):
    """An operation: `name` as in `permissions`, and the types of what is exchanged.

    `result` is the type of the value or of the items of pages; a value that
    `may_be_missing` is None in a response with the status 202 or 204 and no body.
    `sends` are the types of the members of the body, or of the body itself under an
    empty name. `reference` is the URL of a reference, with `{id}`. `content_type` is
    the media type of bytes.
    """

    name: str
    result: str = ""
    may_be_missing: bool = False
    sends: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""
    content_type: str = "application/octet-stream"

    @property
    def requests(self) -> list[Request]:
        """The URLs that a call may use."""
        return requests_of(self.name)


def requests_of(name: str) -> list[Request]:
    """Return the URLs of an operation, which are looked up once."""
    if name not in REQUESTS:
        module, _, method = name.rpartition(".")
        operations = import_module(f"{ROOT}.operations.{module}")
        REQUESTS[name] = operations.REQUESTS[method]
    return REQUESTS[name]


REQUESTS: dict[str, list[Request]] = {}


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A request that can be sent, and what it is for.

    `is_repeatable` means that its body can be sent twice. `may_be_missing` is that of
    the operation, `lenient` and `on_response` are those of the call.
    """

    request: HttpRequest
    operation: str = ""
    is_repeatable: bool = True
    may_be_missing: bool = False
    on_response: Callable[[Response], object] | None = None
    lenient: list[UnexpectedResponse] | None = None

    def with_any_type(self) -> Prepared:
        """Return the same for a response that is bytes of any media type."""
        headers = {"Accept": "*/*", **self.request.headers}
        return replace(self, request=replace(self.request, headers=headers))


def prepare(
    operation: Operation[T],
    url: Mapping[str, object],
    sent: Sent,
    options: CallOptions,
    base_url: str,
    timeout: float,
) -> Prepared:
    """Return the request of a call.

    Raises `TypeError`, which lists the valid arguments, for arguments that no URL has,
    or `ValueError` for one that can't be sent.
    """
    check_options(operation.name.rpartition(".")[2], options)
    given = {k: text_of(k, v) for k, v in url.items() if v is not None}
    request = selected(operation.requests, given)
    path = filled(request.path, given)
    options_in_url = query_texts(sent.get("query", {})) | query_texts(
        options.get("query", {})
    )
    headers = header_texts(sent.get("headers", {}))
    extra = options.get("extra", {})
    content, media_type = body_of(operation, sent, base_url, extra)
    if media_type:
        headers["Content-Type"] = media_type
    headers = with_headers(headers, added_headers(options.get("headers", {})))
    return Prepared(
        request=HttpRequest(
            method=request.method,
            url=base_url + with_query(path, options_in_url),
            headers=headers,
            content=content,
            timeout=valid_timeout(options.get("timeout", timeout)),
        ),
        operation=operation.name,
        is_repeatable=content is None or isinstance(content, bytes),
        may_be_missing=operation.may_be_missing,
        on_response=options.get("on_response"),
        lenient=options.get("lenient"),
    )


def check_options(
    method: str, options: Mapping[str, object], valid: type = CallOptions
) -> None:
    """Raise `TypeError` for an argument that a method does not have."""
    for name in options:
        if name not in valid.__annotations__:
            raise TypeError(f"{method}() got an unexpected argument {name!r}")


def valid_timeout(timeout: float) -> float:
    if not 0 < timeout < float("inf"):
        raise ValueError(f"timeout must be a positive number of seconds, not {timeout}")
    return timeout


def text_of(name: str, value: object) -> str:
    """Return an argument as a string in a URL or a header."""
    text = _wire.text_of(value)
    if text is None:
        raise TypeError(f"{name} can't be of the type {type(value).__name__}")
    return text


def query_texts(options: Mapping[str, object]) -> dict[str, str]:
    """Return the query options that are given, as strings."""
    texts: dict[str, str] = {}
    for name, value in options.items():
        if value is None or value is False or value == ():
            continue
        if isinstance(value, (list, tuple)):
            value = ",".join(text_of(name, item) for item in value)
            if not value:
                continue
        texts[name] = text_of(name, value)
    return texts


def with_query(path: str, options: Mapping[str, str]) -> str:
    """Return a path with query options, after those that it has already."""
    if not options:
        return path
    listed = "&".join(
        f"{encoded(name, name, '$@.-')}={encoded(name, value, SAFE_IN_QUERY)}"
        for name, value in options.items()
    )
    return f"{path}{'&' if '?' in path else '?'}{listed}"


SAFE_IN_QUERY = ",:()'/@*$"
"""Characters of filters and selections that need no encoding in a query."""


def header_texts(headers: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that are given. Raises `ValueError` for an invalid one."""
    texts = {
        USUAL_NAMES.get(name.lower(), name): text_of(name, value)
        for name, value in headers.items()
        if value is not None
    }
    for name, value in texts.items():
        if not HEADER_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of a header")
        if not HEADER_VALUE.fullmatch(value) or value != value.strip():
            raise ValueError(f"the header {name} has characters that can't be sent")
    return texts


USUAL_NAMES = {"accept": "Accept", "content-type": "Content-Type"}
"""The names of headers that the client looks up; upper and lower case mean the same."""

HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HEADER_VALUE = re.compile(r"[\t\x20-\x7e]*")


def with_headers(
    headers: Mapping[str, str], added: Mapping[str, str]
) -> dict[str, str]:
    """Return headers with others, which replace those of the same name in any case."""
    replaced = {name.lower() for name in added}
    kept = {k: v for k, v in headers.items() if k.lower() not in replaced}
    return {**kept, **added}


def added_headers(headers: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that a user adds to a call."""
    for name in headers:
        if name.lower() in OWN_HEADERS:
            raise ValueError(f"the client itself sets the header {name}")
    return header_texts(headers)


OWN_HEADERS = frozenset(
    {"authorization", "connection", "content-length", "cookie", "host", "te"}
    | {"trailer", "transfer-encoding", "upgrade"}
)
"""Headers that would change who sends a request, where to, or where it ends."""

JSON_TYPE = "application/json"


def body_of(
    operation: Operation[T], sent: Sent, base_url: str, extra: Mapping[str, object]
) -> tuple[Content, str]:
    """Return the body and its media type; `extra` keys are added to those of JSON."""
    content = whole_content(sent)
    if extra and (content is not None or not can_have_keys(sent)):
        raise TypeError("extra is for a body that is a JSON object")
    if content is not None:
        return content, operation.content_type
    if "reference" in sent:
        target = reference_url(operation, sent["reference"], base_url)
        return _wire.encoded({"@odata.id": target}), JSON_TYPE
    added = _wire.written_members(extra, {})
    if "body" in sent:
        if sent["body"] is None:
            other = " without content" if "other_content" in sent else ""
            raise TypeError(f"body can't be None{other}")
        written = _wire.written(sent["body"], operation.sends.get("", ""))
        if not added:
            return _wire.encoded(written), JSON_TYPE
        if not isinstance(written, dict):
            raise TypeError("extra is for a body that is a JSON object")
        return _wire.encoded({**written, **added}), JSON_TYPE
    members = {k: v for k, v in sent.get("members", {}).items() if v is not None}
    if not members and not added:
        return None, ""
    keys = _wire.written_members(members, operation.sends)
    return _wire.encoded({**keys, **added}), JSON_TYPE


def can_have_keys(sent: Sent) -> bool:
    """Return whether the body of a call is an object."""
    return "body" in sent or "members" in sent


def whole_content(sent: Sent) -> Content:
    """Return bytes that are the body, or None if the body is something else.

    Raises `TypeError` for bytes together with another body.
    """
    if "content" in sent:
        return content_of(sent["content"])
    content = sent.get("other_content")
    if content is None:
        return None
    if any(
        one is not None for one in (sent.get("body"), *sent.get("members", {}).values())
    ):
        raise TypeError("content is the whole body: pass no other part of it")
    return content_of(content)


def content_of(content: object) -> Content:
    """Return bytes, or an iterator over those of a file or an iterable."""
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(content)
    read = getattr(content, "read", None)
    if callable(read):
        return parts_of(read)
    is_text = isinstance(content, (str, Mapping))
    if isinstance(content, (Iterable, AsyncIterable)) and not is_text:
        return content
    raise TypeError(f"content must be bytes, not {type(content).__name__}")


PART = 65_536


def parts_of(read: Callable[[int], object]) -> Iterator[bytes]:
    """Yield the parts of a file."""
    while part := read(PART):
        if not isinstance(part, bytes):
            raise TypeError("content must be a file that is open in binary mode")
        yield part


def reference_url(operation: Operation[T], reference: object, base_url: str) -> str:
    """Return the URL of the entity that a reference names."""
    if not isinstance(reference, str) or not reference.strip():
        raise ValueError("reference must be an ID or a URL")
    if reference.startswith(("https://", "http://")):
        return reference
    if not operation.reference:
        raise ValueError("reference must be a URL: the page shows no URL for an ID")
    return base_url + filled(operation.reference, {"id": reference})


ORIGIN = re.compile(
    r"(https?)://([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?(?=[/?#]|$)",
    re.IGNORECASE,
)
URL = re.compile(r"[\x21-\x7e]+")


def origin(url: str) -> tuple[str, str, str]:
    """Return the scheme, host and port of a URL.

    Raises `ValueError` for a URL that programs might understand differently: with a
    user, a backslash or a character that is not in ASCII.
    """
    found = ORIGIN.match(url)
    if found is None or not URL.fullmatch(url) or "\\" in url:
        raise ValueError("not a URL of the service")
    scheme, host, port = found[1].lower(), found[2].lower(), found[3]
    return scheme, host, port or ("443" if scheme == "https" else "80")


def resolved(link: str, base_url: str) -> str:
    """Return the complete URL of a link; a path alone is below the base.

    Raises `ValueError` as `origin` does.
    """
    server = ORIGIN.match(base_url)
    end = server.end() if server else 0
    if link.startswith("/") and not link.startswith("//"):
        is_below = link.startswith(f"{base_url[end:]}/")
        link = base_url[: end if is_below else None] + link
    else:
        link = urljoin(f"{base_url}/", link)
    origin(link)
    return link
