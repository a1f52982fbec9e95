"""What calls return besides models: pages, downloads and long-running operations.

Clients and fakes implement these protocols; none of them needs an HTTP library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from types import TracebackType

T_co = TypeVar("T_co", covariant=True)


class Pages(Protocol[T_co]):
    """The items of a collection, in pages that are fetched when they are needed.

    A loop over it yields the items of all pages. Each loop begins with the first page.
    `next_link` and `delta_link` are those of the page that was fetched last, `count` is
    that of the last page that has one; all are None before the first one is fetched.
    """

    @property
    def count(self) -> int | None:
        """The number of items on all pages, if it was asked for."""
        ...

    @property
    def next_link(self) -> str | None:
        """The URL of the next page, or None on the last one."""
        ...

    @property
    def delta_link(self) -> str | None:
        """The URL that returns the next changes, on the last page of a delta query."""
        ...

    def __iter__(self) -> Iterator[T_co]:
        """Yield all items."""
        ...

    def pages(self) -> Iterator[Sequence[T_co]]:
        """Yield the items of each page."""
        ...

    def first(self) -> T_co | None:
        """Return the first item, or None if there is none."""
        ...

    def get_count(self) -> int:
        """Ask the service for the number of all items (`/$count`)."""
        ...

    def resume(self, link: str) -> Pages[T_co]:
        """Return the pages from a `next_link` or a `delta_link` on."""
        ...


class AsyncPages(Protocol[T_co]):
    """`Pages` for `async for`."""

    @property
    def count(self) -> int | None:
        """The number of items on all pages, if it was asked for."""
        ...

    @property
    def next_link(self) -> str | None:
        """The URL of the next page, or None on the last one."""
        ...

    @property
    def delta_link(self) -> str | None:
        """The URL that returns the next changes, on the last page of a delta query."""
        ...

    def __aiter__(self) -> AsyncIterator[T_co]:
        """Yield all items."""
        ...

    def pages(self) -> AsyncIterator[Sequence[T_co]]:
        """Yield the items of each page."""
        ...

    async def first(self) -> T_co | None:
        """Return the first item, or None if there is none."""
        ...

    async def get_count(self) -> int:
        """Ask the service for the number of all items (`/$count`)."""
        ...

    def resume(self, link: str) -> AsyncPages[T_co]:
        """Return the pages from a `next_link` or a `delta_link` on."""
        ...


class Download(Protocol):
    """Bytes that are received while they are read. They can be read only once.

    A `with` statement closes the connection even if not all bytes are read.
    """

    @property
    def content_type(self) -> str | None:
        """The media type, if the service states it."""
        ...

    @property
    def size(self) -> int | None:
        """The number of bytes, if the service states it."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes in parts."""
        ...

    def read(self) -> bytes:
        """Return all bytes that have not been read."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...

    def __enter__(self) -> Self:
        """Return the download itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connection."""
        ...


class AsyncDownload(Protocol):
    """`Download` for `async for` and `async with`."""

    @property
    def content_type(self) -> str | None:
        """The media type, if the service states it."""
        ...

    @property
    def size(self) -> int | None:
        """The number of bytes, if the service states it."""
        ...

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the bytes in parts."""
        ...

    async def read(self) -> bytes:
        """Return all bytes that have not been read."""
        ...

    async def aclose(self) -> None:
        """Close the connection."""
        ...

    async def __aenter__(self) -> Self:
        """Return the download itself."""
        ...

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connection."""
        ...


class LongRunning(Protocol[T_co]):
    """An operation that the service has accepted and carries out later."""

    @property
    def monitor_url(self) -> str:
        """The URL that returns the state of the operation."""
        ...

    def is_done(self) -> bool:
        """Ask the service once whether the operation has ended."""
        ...

    def wait(self, timeout: float = 300) -> T_co:
        """Wait until the operation has ended, and return its last state.

        Raises `TimeoutError` after `timeout` seconds; the operation itself continues.
        """
        ...


class AsyncLongRunning(Protocol[T_co]):
    """`LongRunning` for `await`."""

    @property
    def monitor_url(self) -> str:
        """The URL that returns the state of the operation."""
        ...

    async def is_done(self) -> bool:
        """Ask the service once whether the operation has ended."""
        ...

    async def wait(self, timeout: float = 300) -> T_co:
        """Wait until the operation has ended, and return its last state.

        Raises `TimeoutError` after `timeout` seconds; the operation itself continues.
        """
        ...
