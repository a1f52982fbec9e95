"""Results of calls other than values: pages, downloads, long-running operations."""

from __future__ import annotations

import time
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graph._errors import CallTimedOut, OperationFailed, UnexpectedResponse
from graph._flow import (
    DONE,
    FAILED,
    Page,
    Settings,
    backoff,
    head_of,
    linked,
    monitor_of,
    number_of_items,
    own_link,
    page_of,
    read_value,
    state_of,
    status_in,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from types import TracebackType
    from typing import Self

    from graph._call import Prepared
    from graph._driver import AsyncDriver, Driver
    from graph._flow import Flow
    from graph._transport import AsyncReceived, Received, Response

T = TypeVar("T")

MOST_EMPTY_PAGES = 1_000
"""After this number of pages without items in a row, there are no more."""


class PageLinks:
    """What several loops over the same pages share, and the links of the last page."""

    def __init__(self, prepared: Prepared, type_: str) -> None:
        self.prepared = prepared
        self.type = type_
        self.count: int | None = None
        self.next_link: str | None = None
        self.delta_link: str | None = None
        self.fetched: Page | None = None

    def fetch(self, settings: Settings) -> Flow[None]:
        """Get the first page, for the next loop."""
        self.fetched = yield from page_of(self.prepared, self.type, settings)
        self.remember(self.fetched)

    def remember(self, page: Page) -> None:
        """Keep the links of a page, and the number of all items if it has that."""
        self.count = self.count if page.count is None else page.count
        self.next_link, self.delta_link = page.next_link, page.delta_link


class PageLoop:
    """A loop over pages, which follows each link once."""

    def __init__(self, links: PageLinks) -> None:
        self.links = links
        self.prepared: Prepared | None = links.prepared
        self.seen: set[bytes] = set()
        self.empty = 0

    def next_page(self, settings: Settings) -> Flow[Page]:
        """Get the next page; `prepared` is None after the last one."""
        prepared = self.prepared or self.links.prepared
        digest = blake2b(prepared.request.url.encode(), digest_size=16).digest()
        if digest in self.seen or self.empty > MOST_EMPTY_PAGES:
            raise UnexpectedResponse("the pages don't end")
        self.seen.add(digest)
        page, self.links.fetched = self.links.fetched, None
        if page is None or prepared is not self.links.prepared:
            page = yield from page_of(prepared, self.links.type, settings)
        self.links.remember(page)
        self.empty = 0 if page.items else self.empty + 1
        link = page.next_link
        self.prepared = linked(prepared, link) if link else None
        return page


class LinksOfPages:
    """The properties that pages have with and without coroutines."""

    _links: PageLinks

    @property
    def count(self) -> int | None:
        """The number of items on all pages, if it was asked for."""
        return self._links.count

    @property
    def next_link(self) -> str | None:
        """The URL of the next page, or None on the last one."""
        return self._links.next_link

    @property
    def delta_link(self) -> str | None:
        """The URL that returns the next changes, on the last page of a delta query."""
        return self._links.delta_link


class LinkedPages(LinksOfPages, Generic[T]):
    """`Pages` that a client fetches."""

    def __init__(self, driver: Driver, prepared: Prepared, type_: str) -> None:
        self._driver = driver
        self._links = PageLinks(prepared, type_)

    def __iter__(self) -> Iterator[T]:
        """Yield all items."""
        for page in self.pages():
            yield from page

    def pages(self) -> Iterator[Sequence[T]]:
        """Yield the items of each page."""
        loop = PageLoop(self._links)
        while loop.prepared:
            yield self._driver.run(loop.next_page(self._driver.settings)).items

    def first(self) -> T | None:
        """Return the first item, or None if there is none."""
        return next(iter(self), None)

    def get_count(self) -> int:
        """Ask the service for the number of all items (`/$count`)."""
        settings = self._driver.settings
        return self._driver.run(number_of_items(self._links.prepared, settings))

    def resume(self, link: str) -> LinkedPages[T]:
        """Return the pages from a `next_link` or a `delta_link` on."""
        prepared = linked(self._links.prepared, own_link(link, self._driver.settings))
        return LinkedPages(self._driver, prepared, self._links.type)

    def _fetched(self) -> Flow[LinkedPages[T]]:
        yield from self._links.fetch(self._driver.settings)
        return self


class AsyncLinkedPages(LinksOfPages, Generic[T]):
    """`AsyncPages` that a client fetches."""

    def __init__(self, driver: AsyncDriver, prepared: Prepared, type_: str) -> None:
        self._driver = driver
        self._links = PageLinks(prepared, type_)

    async def __aiter__(self) -> AsyncIterator[T]:
        """Yield all items."""
        async for page in self.pages():
            for item in page:
                yield item

    async def pages(self) -> AsyncIterator[Sequence[T]]:
        """Yield the items of each page."""
        loop = PageLoop(self._links)
        while loop.prepared:
            page = await self._driver.run(loop.next_page(self._driver.settings))
            yield page.items

    async def first(self) -> T | None:
        """Return the first item, or None if there is none."""
        async for page in self.pages():
            for item in page:
                return item
        return None

    async def get_count(self) -> int:
        """Ask the service for the number of all items (`/$count`)."""
        settings = self._driver.settings
        return await self._driver.run(number_of_items(self._links.prepared, settings))

    def resume(self, link: str) -> AsyncLinkedPages[T]:
        """Return the pages from a `next_link` or a `delta_link` on."""
        prepared = linked(self._links.prepared, own_link(link, self._driver.settings))
        return AsyncLinkedPages(self._driver, prepared, self._links.type)

    def _fetched(self) -> Flow[AsyncLinkedPages[T]]:
        yield from self._links.fetch(self._driver.settings)
        return self


def size_of(received: Received | AsyncReceived) -> int | None:
    """Return the number of bytes of a body that is not compressed, if it is stated."""
    headers = head_of(received).headers
    text = headers.get("content-length", "")
    is_plain = headers.get("content-encoding", "identity") == "identity"
    return int(text) if is_plain and text.isascii() and text.isdecimal() else None


def media_type_of(received: Received | AsyncReceived) -> str | None:
    return head_of(received).headers.get("content-type")


class StreamedDownload:
    """`Download` of a response."""

    def __init__(self, received: Received) -> None:
        self._received = received
        self._parts = received.iter_bytes()
        self.content_type = media_type_of(received)
        self.size = size_of(received)

    def __repr__(self) -> str:
        return f"<download, {self.size or 'unknown'} bytes>"

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes in parts."""
        return self._parts

    def read(self) -> bytes:
        """Return all bytes that have not been read."""
        return b"".join(self._parts)

    def close(self) -> None:
        """Close the connection."""
        self._received.close()

    def __enter__(self) -> Self:
        """Return the download itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self.close()


class AsyncStreamedDownload:
    """`AsyncDownload` of a response."""

    def __init__(self, received: AsyncReceived) -> None:
        self._received = received
        self._parts = received.aiter_bytes()
        self.content_type = media_type_of(received)
        self.size = size_of(received)

    def __repr__(self) -> str:
        return f"<download, {self.size or 'unknown'} bytes>"

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the bytes in parts."""
        return self._parts

    async def read(self) -> bytes:
        """Return all bytes that have not been read."""
        return b"".join([part async for part in self._parts])

    async def aclose(self) -> None:
        """Close the connection."""
        await self._parts.aclose()
        await self._received.aclose()

    async def __aenter__(self) -> Self:
        """Return the download itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connection."""
        await self.aclose()


class Monitor:
    """The state of a long-running operation, which has a type unless that is empty.

    `delay` is the time until it is asked for again, `response` the last one.
    """

    def __init__(
        self, prepared: Prepared, type_: str, response: Response, settings: Settings
    ) -> None:
        self.prepared = prepared
        self.type = type_
        self.response = response
        self.settings = settings
        self.url = monitor_of(response, settings)
        self.is_done = not self.url
        self.looks = 0
        self.delay = delay_of(response, 0)

    def look(self) -> Flow[bool]:
        """Ask for the state once. Raises `OperationFailed` if it is a failure."""
        if self.is_done:
            return True
        response = yield from state_of(self.url, self.prepared, self.settings)
        self.response = response
        status = status_in(response)
        if status in FAILED:
            raise OperationFailed(status, replace(response, content=b""))
        self.looks += 1
        self.delay = delay_of(response, self.looks)
        self.is_done = response.status != 202 and (not status or status in DONE)
        return self.is_done

    @property
    def value(self) -> Any:
        """The last state as a value of its type. Raises `UnexpectedResponse`."""
        if not self.type:
            return None
        return read_value(self.response, self.type, self.prepared.lenient)


LONGEST_PAUSE = 30.0


def delay_of(response: Response, looks: int) -> float:
    """Return the number of seconds until a state is asked for again."""
    asked = response.retry_after
    return min(backoff(min(looks, 8)) if asked is None else asked, LONGEST_PAUSE)


def remaining(deadline: float, monitor: Monitor) -> float:
    """Return the seconds to wait. Raises `CallTimedOut` after the deadline."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise CallTimedOut("the operation has not ended", was_sent=True)
    return min(monitor.delay, left)


class MonitoredOperation:
    """`LongRunning` that a client asks for."""

    def __init__(
        self, driver: Driver, prepared: Prepared, type_: str, response: Response
    ) -> None:
        self._driver = driver
        self._monitor = Monitor(prepared, type_, response, driver.settings)

    @property
    def monitor_url(self) -> str:
        """The URL that returns the state of the operation, empty if it has ended."""
        return self._monitor.url

    def is_done(self) -> bool:
        """Ask the service once whether the operation has ended."""
        return self._driver.run(self._monitor.look())

    def wait(self, timeout: float = 300) -> Any:
        """Wait until the operation has ended, and return its last state.

        Without a documented type, that is None. Raises `CallTimedOut` after `timeout`
        seconds; the operation itself continues.
        """
        deadline = time.monotonic() + timeout
        while not self.is_done():
            self._driver.sleep(remaining(deadline, self._monitor))
        return self._monitor.value


class AsyncMonitoredOperation:
    """`AsyncLongRunning` that a client asks for."""

    def __init__(
        self, driver: AsyncDriver, prepared: Prepared, type_: str, response: Response
    ) -> None:
        self._driver = driver
        self._monitor = Monitor(prepared, type_, response, driver.settings)

    @property
    def monitor_url(self) -> str:
        """The URL that returns the state of the operation, empty if it has ended."""
        return self._monitor.url

    async def is_done(self) -> bool:
        """Ask the service once whether the operation has ended."""
        return await self._driver.run(self._monitor.look())

    async def wait(self, timeout: float = 300) -> Any:
        """Wait until the operation has ended, and return its last state.

        Without a documented type, that is None. Raises `CallTimedOut` after `timeout`
        seconds; the operation itself continues.
        """
        deadline = time.monotonic() + timeout
        while not await self.is_done():
            await self._driver.sleep(remaining(deadline, self._monitor))
        return self._monitor.value
