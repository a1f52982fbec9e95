"""Transports that answer with documented examples, or with failures on request."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from graph import _wire
from graph._any_values import PLACEHOLDER, of_operation
from graph._errors import ConnectionFailed
from graph._examples import (
    Address,
    Example,
    Message,
    address_of,
    are_same_values,
    differences,
    is_same_in_quotes,
)
from graph._replayed_batch import (
    batch_content,
    batch_requests,
    is_batch,
)

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        Callable,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from graph._transport import HttpRequest

NEXT_LINK, DELTA_LINK = LINKS = ("@odata.nextLink", "@odata.deltaLink")
JSON = "application/json"
PART = re.compile(r"bytes (\d{1,19})-(\d{1,19})/(\d{1,19})")
DELTA = re.compile(r"/(?:[\w.]+\.)?delta(?:\([^()]*\))?$", re.IGNORECASE)
SKIP_TOKEN = "$skiptoken=replay-"

AddressKey: TypeAlias = tuple[tuple[str, ...], frozenset[tuple[str, str]]]


class UndocumentedRequest(LookupError):  # noqa: N818
    """No example has the request of a call; the message shows the nearest one.

    `nearest` is None if there are no examples.
    """

    def __init__(self, message: str, nearest: Example | None) -> None:
        super().__init__(message)
        self.nearest = nearest


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An answer in place of a documented one.

    With the status 0 the connection breaks; `was_sent` tells whether the service
    received the request.
    """

    status: int
    code: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    was_sent: bool = True

    @classmethod
    def throttled(cls, retry_after: int | None = 1) -> Self:
        """429: too many requests. `retry_after` is in seconds."""
        headers = {} if retry_after is None else {"retry-after": str(retry_after)}
        return cls(status=429, code="tooManyRequests", headers=headers)

    @classmethod
    def unavailable(cls, retry_after: int | None = None) -> Self:
        """503: the service is not available. `retry_after` is in seconds."""
        headers = {} if retry_after is None else {"retry-after": str(retry_after)}
        return cls(status=503, code="serviceNotAvailable", headers=headers)

    @classmethod
    def not_found(cls) -> Self:
        """404: what the call is about does not exist."""
        return cls(status=404, code="itemNotFound")

    @classmethod
    def unauthenticated(cls) -> Self:
        """401: the token is missing or has expired."""
        return cls(status=401, code="unauthenticated")

    @classmethod
    def dropped(cls, *, was_sent: bool = True) -> Self:
        """Return a connection that breaks before there is a response."""
        return cls(status=0, was_sent=was_sent)

    def answer(self) -> Answer:
        """Return the response. Raises `ConnectionFailed` if there is none."""
        if not self.status:
            raise ConnectionFailed(
                "the connection failed: dropped", was_sent=self.was_sent
            )
        message = "this failure is part of a test"
        error: Any = {"error": {"code": self.code, "message": message}}
        headers = {"content-type": JSON, **self.headers}
        return Answer(self.status, headers, _wire.encoded(error))


class Answer:
    """A response, for transports of both kinds."""

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self.status_code = status
        self.headers: Mapping[str, str] = {k.lower(): v for k, v in headers.items()}
        self.content = content

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body."""
        yield self.content

    async def aiter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the body."""
        yield self.content

    def close(self) -> None:
        """Do nothing: there is no connection."""

    async def aclose(self) -> None:
        """Do nothing: there is no connection."""


class Answers:
    """Answers requests, and remembers where the links in its answers lead to."""

    def __init__(
        self,
        examples: Iterable[Example],
        failures: Iterable[Failure | None] = (),
        page_size: int | None = None,
        *,
        any_values: bool = False,
    ) -> None:
        self.any_values = any_values
        self.examples = [(one, address_of(one.url)) for one in examples]
        self.by_path: dict[tuple[str, ...], list[tuple[Example, Address]]] = {}
        for one, address in self.examples:
            self.by_path.setdefault(address.loose, []).append((one, address))
        self.failures = iter(failures)
        self.page_size = page_size
        self.upload_urls: set[str] = set()
        self.linked: dict[str, Answer] = {}
        self.last_pages: dict[str, Answer] = {}
        self.next_pages: dict[AddressKey, AddressKey] = {}
        for one, _ in self.examples:
            self.register_links(one)

    def answer(self, request: HttpRequest, content: bytes) -> Answer:
        """Return the response to a request. Raises `UndocumentedRequest`.

        Failures are answers to the requests in a batch, not to the batch.
        """
        if is_batch(request):
            return self.batch(request, content)
        failure = next(self.failures, None)
        if failure is not None:
            return failure.answer()
        if request.url in self.linked:
            return self.linked[request.url]
        last_page = self.last_pages.get(request.url)
        if last_page and self.is_start_of_loop(request.url):
            return last_page
        part = self.part_of_upload(request)
        if part is not None:
            return part
        try:
            example = self.found(request, content)
        except UndocumentedRequest:
            if last_page:
                return last_page
            other = self.any_values and self.of_operation(request, content)
            if not other:
                raise
            example = other
        return self.documented(example, request)

    def part_of_upload(self, request: HttpRequest) -> Answer | None:
        """Return the answer to a part of an upload, None for another request."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        found = PART.fullmatch(headers.get("content-range", ""))
        is_upload = request.is_foreign or request.url in self.upload_urls
        if request.method != "PUT" or not is_upload or found is None:
            return None
        following, size = int(found[2]) + 1, int(found[3])
        state: Any = {"nextExpectedRanges": [f"{following}-"]}
        item: Any = {"id": "uploaded", "size": size}
        status, body = (201, item) if following >= size else (202, state)
        return Answer(status, {"content-type": JSON}, _wire.encoded(body))

    def register_links(self, example: Example) -> None:
        """Register the answers to the links in the response of an example.

        Those to links to pages are used if no example documents these pages.
        """
        message = example.response
        headers = {name.lower(): value for name, value in message.headers.items()}
        if isinstance(message.body, dict):
            upload_url = message.body.get("uploadUrl")
            if isinstance(upload_url, str):
                self.upload_urls.add(upload_url)
            for name in LINKS:
                link = message.body.get(name)
                if isinstance(link, str):
                    self.register_last_page(link, is_delta=name == DELTA_LINK)
                    if name == NEXT_LINK:
                        self.next_pages.setdefault(
                            key_of(address_of(example.url)), key_of(address_of(link))
                        )
        location = headers.get("operation-location") or headers.get("location")
        if location and 300 <= example.status < 400:
            self.linked[location] = self.download(example)
        elif location and example.status == 202:
            state = b'{"status": "succeeded"}'
            self.linked[location] = Answer(200, {"content-type": JSON}, state)

    def register_last_page(self, link: str, *, is_delta: bool) -> None:
        """Register the last page at a link, without items.

        That of a delta query has a link for the next changes, which leads to such a
        page itself.
        """
        path = link.partition("?")[0]
        if not is_delta and not DELTA.search(path):
            self.last_pages.setdefault(link, empty_page())
            return
        following = f"{path}?$deltatoken=replay"
        self.last_pages.setdefault(link, empty_page(following))
        self.last_pages.setdefault(following, empty_page(following))

    def is_start_of_loop(self, url: str) -> bool:
        """Return whether links lead from a page outside a loop to a page in it.

        A page to which only pages of the loop have a link is answered as documented.
        """
        start = key_of(address_of(url))
        loop = self.pages_from(start)
        return self.next_pages.get(loop[-1]) == start and any(
            following == start and page not in loop
            for page, following in self.next_pages.items()
        )

    def pages_from(self, start: AddressKey) -> list[AddressKey]:
        """Return a page and those to which documented links lead, each once."""
        found = [start]
        while following := self.next_pages.get(found[-1]):
            if following in found:
                break
            found.append(following)
        return found

    def batch(self, request: HttpRequest, content: bytes) -> Answer:
        try:
            requests = batch_requests(content)
        except ValueError:
            text = "the body of the batch has no list of requests"
            raise UndocumentedRequest(text, None) from None
        body = batch_content(request, requests, self.answer)
        return Answer(200, {"content-type": JSON}, body)

    def found(self, request: HttpRequest, content: bytes) -> Example:
        """Return the example of a request.

        A placeholder in the path of an example stands for any value if no example
        has the value itself.
        """
        address = address_of(request.url)
        candidates = self.by_path.get(address.loose, [])
        same = self.equal(candidates, request, address, content)
        for one, of_one in same:
            if of_one.path == address.path:
                return one
        if not same:
            candidates_of_any_value = self.with_placeholders(address)
            same = self.equal(candidates_of_any_value, request, address, content)
        if same:
            return same[0][0]
        raise self.refused(request, address, content, candidates)

    def of_operation(self, request: HttpRequest, content: bytes) -> Example | None:
        """Return the example of the operation of a request, whatever its values are."""
        address = address_of(request.url)
        return of_operation(request.method, address, content, self.examples)

    def equal(
        self,
        candidates: Iterable[tuple[Example, Address]],
        request: HttpRequest,
        address: Address,
        content: bytes,
    ) -> list[tuple[Example, Address]]:
        """Return the examples that have the method, query and body of a request."""
        return [
            (one, of_one)
            for one, of_one in candidates
            if one.method == request.method
            and of_one.query == address.query
            and not any(body_differences(content, one.request, is_same_in_quotes))
        ]

    def with_placeholders(self, address: Address) -> list[tuple[Example, Address]]:
        """Return the examples whose path is another one with values in it."""
        return [
            pair
            for path, pairs in self.by_path.items()
            if is_filled(path, address.loose)
            for pair in pairs
        ]

    def refused(
        self,
        request: HttpRequest,
        address: Address,
        content: bytes,
        candidates: list[tuple[Example, Address]],
    ) -> UndocumentedRequest:
        """Return the error for a request that no example has."""
        text = f"no example has the request {request.method} {address}"
        if not self.examples:
            return UndocumentedRequest(text, None)

        def likeness(pair: tuple[Example, Address]) -> tuple[int, int, int]:
            one, of_one = pair
            words, own = of_one.loose, address.loose
            same = max(equal_items(words, own), equal_items(words[::-1], own[::-1]))
            query = len(of_one.query & address.query)
            distance = abs(len(words) - len(own))
            return same - distance, int(one.method == request.method), query

        example, nearest = max(candidates or self.examples, key=likeness)
        lines = [text, f"the nearest is {example.key}: {example.method} {nearest}"]
        if example.method != request.method:
            lines.append(f"  the method is {request.method}, not {example.method}")
        if nearest.loose != address.loose:
            pair = ("/".join(address.path), "/".join(nearest.path))
            lines.append(f"  the path is {pair[0]!r}, not {pair[1]!r}")
        for name, value in sorted(address.query - nearest.query):
            lines.append(f"  the option {name}={value} is added")
        for name, value in sorted(nearest.query - address.query):
            lines.append(f"  the option {name}={value} is missing")
        found = list(body_differences(content, example.request, is_same_in_quotes))
        lines += (f"  in the body, {one}" for one in found[:10])
        other = None if self.any_values else self.of_operation(request, content)
        if other:
            options = "any_values=True (docgen mock --any-values)"
            lines.append(f"with {options}, {other.key} answers this request")
        return UndocumentedRequest("\n".join(lines), example)

    def documented(self, example: Example, request: HttpRequest) -> Answer:
        """Return the response of an example, or its first page."""
        message, headers = example.response, dict(example.response.headers)
        if message.body is not None and message.is_json:
            headers = {**headers, "content-type": JSON}
        body = message.body
        if (
            self.page_size
            and isinstance(body, dict)
            and isinstance(body.get("value"), list)
        ):
            return self.page(body, headers, example.status, request.url, 0)
        return Answer(example.status, headers, message.content)

    def download(self, example: Example) -> Answer:
        """Return what a redirect leads to: the content that the page shows, if any."""
        for one, _ in self.examples:
            if one.url == example.url and one.status == 200 and one.response.body:
                return Answer(200, one.response.headers, one.response.content)
        return Answer(200, {}, b"")

    def page(
        self,
        body: dict[str, Any],
        headers: Mapping[str, str],
        status: int,
        url: str,
        start: int,
    ) -> Answer:
        """Return a page of a collection; its link leads to the next one."""
        end = start + (self.page_size or 1)
        page = {**body, "value": body["value"][start:end]}
        if end < len(body["value"]):
            plain = url.partition(SKIP_TOKEN)[0].rstrip("?&")
            link = f"{plain}{'&' if '?' in plain else '?'}{SKIP_TOKEN}{end}"
            page = {name: page[name] for name in page if name not in LINKS}
            page["@odata.nextLink"] = link
            self.linked[link] = self.page(body, headers, status, link, end)
        return Answer(status, headers, _wire.encoded(page))


def key_of(address: Address) -> AddressKey:
    """Return what addresses of one page have in common."""
    return address.loose, address.query


def empty_page(delta_link: str = "") -> Answer:
    """Return a last page without items, with a link for the next changes if any."""
    page: dict[str, Any] = {"value": []}
    if delta_link:
        page[DELTA_LINK] = delta_link
    return Answer(200, {"content-type": JSON}, _wire.encoded(page))


def is_filled(path: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a path is another one with values in place of placeholders."""
    return len(path) == len(other) and all(
        one == value or PLACEHOLDER.fullmatch(one)
        for one, value in zip(path, other, strict=True)
    )


def equal_items(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return the number of positions at which two paths are equal."""
    return sum(a == b for a, b in zip(one, other, strict=False))


def body_differences(
    content: bytes,
    documented: Message,
    are_same: Callable[[Any, Any], bool] = are_same_values,
) -> Iterator[str]:
    """Yield what differs between a body that was sent and a documented one.

    `are_same` compares values that are neither objects nor lists.
    """
    body = documented.body
    if not content or not body:
        if content.strip() not in {b"", b"{}"} or body:
            yield "nothing is documented" if content else "nothing was sent"
        return
    if not documented.is_json:
        if content.split() != body.encode().split():
            yield "the content is another one"
        return
    try:
        data = _wire.decoded(content)
    except ValueError:
        yield "there is no JSON"
        return
    yield from differences(data, body, are_same=are_same, enums=documented.enums)


class Recorder:
    """What transports of both kinds remember.

    `requests` are those that were received, with their bodies as bytes. `delays` are
    the seconds that a client wanted to wait; a test does not wait.
    """

    def __init__(
        self,
        examples: Iterable[Example],
        failures: Iterable[Failure | None] = (),
        page_size: int | None = None,
        *,
        any_values: bool = False,
    ) -> None:
        self.answers = Answers(examples, failures, page_size, any_values=any_values)
        self.requests: list[HttpRequest] = []
        self.delays: list[float] = []

    def answered(self, request: HttpRequest, content: bytes) -> Answer:
        """Remember a request, and return its answer."""
        self.requests.append(with_content(request, content))
        return self.answers.answer(request, content)


class Replay(Recorder):
    """A transport of `Client` that answers with examples."""

    def send_request(self, request: HttpRequest) -> Answer:
        """Return the documented response to a request."""
        sent = request.content
        if isinstance(sent, AsyncIterable):
            raise TypeError("a client without coroutines can't send an async iterable")
        content = sent if isinstance(sent, bytes) else b"".join(sent or ())
        return self.answered(request, content)

    def sleep(self, seconds: float) -> None:
        """Remember a delay."""
        self.delays.append(seconds)

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncReplay(Recorder):
    """`Replay` of `AsyncClient`."""

    async def send_request(self, request: HttpRequest) -> Answer:
        """Return the documented response to a request."""
        sent = request.content
        if isinstance(sent, AsyncIterable):
            content = b"".join([part async for part in sent])
        else:
            content = sent if isinstance(sent, bytes) else b"".join(sent or ())
        return self.answered(request, content)

    async def sleep(self, seconds: float) -> None:
        """Remember a delay."""
        self.delays.append(seconds)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""


def with_content(request: HttpRequest, content: bytes) -> HttpRequest:
    from dataclasses import replace

    return replace(request, content=content or None)
