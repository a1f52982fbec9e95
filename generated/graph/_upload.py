"""Uploads in parts, to the URL of an upload session.

The service says after each part which bytes it expects next, so an upload that was
interrupted continues where it stopped. The URL itself allows the upload: no token is
sent, because some hosts refuse it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypedDict

from graph import _wire
from graph._call import Prepared, check_options, origin, valid_timeout
from graph._errors import ApiError, UnexpectedResponse
from graph._flow import Sleep, backoff, exchanged
from graph._transport import HttpRequest

if TYPE_CHECKING:
    from graph._flow import Flow, Settings
    from graph._transport import Response

UNIT = 320 * 1024
"""Services ask for parts whose size is a multiple of 320 KiB."""

MOST_STALLS = 3
"""An upload fails if the service expects the same bytes that often in a row."""

COMPLETE = frozenset({200, 201, 204})
"""Statuses of the last response, if it names no bytes that the service expects."""

FAILED = frozenset({500, 502})
"""Statuses after which a part is sent again, besides those of all requests."""

FIRST_RANGE = re.compile(r"(\d{1,19})(?:-|$)")

Uploaded: TypeAlias = bytes | bytearray | memoryview | BinaryIO
Progress: TypeAlias = Callable[[int, int], object]


class UploadOptions(TypedDict, total=False):
    """What an upload accepts as calls do: `timeout` is in seconds, for each part."""

    timeout: float
    on_response: Callable[[Response], object]


def uploaded(
    url: str,
    content: Uploaded,
    part_size: int,
    on_progress: Progress | None,
    options: UploadOptions,
    settings: Settings,
) -> Flow[Response]:
    """Upload bytes or a file from its beginning to its end; return the last response.

    Bytes that are added to the file in the meantime are not uploaded.
    """
    check_options("upload", options, UploadOptions)
    if part_size <= 0 or part_size % UNIT:
        raise ValueError(f"part_size must be a multiple of {UNIT}")
    file = file_of(content)
    size = size_of(file)
    request = HttpRequest(
        method="PUT",
        url=checked(url, settings),
        timeout=valid_timeout(options.get("timeout", settings.timeout)),
        is_foreign=True,
    )
    start = stalls = 0
    while True:
        part = part_of(file, start, min(part_size, size - start))
        response = yield from sent_part(request, part, start, size, settings)
        on_response = options.get("on_response")
        if on_response:
            on_response(response)
        following = next_byte(response, start + len(part), size)
        if on_progress:
            on_progress(following, size)
        if following == size:
            return response
        stalls = stalls + 1 if following <= start else 0
        if stalls == MOST_STALLS:
            raise UnexpectedResponse("the upload does not advance", response)
        start = following


def sent_part(
    request: HttpRequest, part: bytes, start: int, size: int, settings: Settings
) -> Flow[Response]:
    """Send a part; return the response, or the state if the service has the part."""
    listed = f"bytes {start}-{start + len(part) - 1}/{size}"
    prepared = Prepared(
        request=HttpRequest(
            method=request.method,
            url=request.url,
            headers={
                "Content-Range": listed,
                "Content-Type": "application/octet-stream",
            },
            content=part,
            timeout=request.timeout,
            is_foreign=True,
        )
    )
    attempt = 0
    while True:
        try:
            return (yield from exchanged(prepared, settings))
        except ApiError as error:
            if error.status == 416:
                break
            if error.status not in FAILED or attempt >= settings.retries:
                raise
        yield Sleep(backoff(attempt))
        attempt += 1
    state = HttpRequest(
        method="GET", url=request.url, timeout=request.timeout, is_foreign=True
    )
    found = yield from exchanged(Prepared(request=state), settings)
    return type(found)(status=202, headers=found.headers, content=found.content)


def file_of(content: object) -> BinaryIO:
    """Return the file to upload. Raises an exception for what is not a seekable one."""
    if isinstance(content, (bytes, bytearray, memoryview)):
        return BytesIO(content)
    file: Any = content
    if not callable(getattr(file, "read", None)):
        raise TypeError(f"content must be bytes or a file, not {type(file).__name__}")
    if not file.seekable():
        raise ValueError("content must be a seekable file")
    found: BinaryIO = file
    return found


def size_of(file: BinaryIO) -> int:
    """Return the number of bytes in a file, which must not be empty."""
    size = file.seek(0, 2)
    if not size:
        raise ValueError("content is empty: a service accepts no part without bytes")
    return size


def part_of(file: BinaryIO, start: int, size: int) -> bytes:
    """Return bytes of a file, which may read fewer at once."""
    file.seek(start)
    part = b""
    while len(part) < size:
        found: object = file.read(size - len(part))
        if not isinstance(found, bytes):
            raise TypeError("content must be a file that is open in binary mode")
        if not found:
            raise ValueError("the file became shorter while it was uploaded")
        part += found
    return part


def checked(url: str, settings: Settings) -> str:
    """Return the URL of a session, on another host only with https."""
    if not isinstance(url, str):
        raise TypeError("url must be that of an upload session")
    server = origin(url)
    if server[0] != "https" and server != origin(settings.base_url):
        raise ValueError("the URL of an upload session on another host needs https")
    return url


def next_byte(response: Response, end: int, size: int) -> int:
    """Return the number of the first byte that the service expects next.

    This is the size if all bytes up to `end` were sent, and no others are expected.
    Some services answer each part with the status 200, so the status alone means
    nothing.
    """
    ranges = expected_ranges(response)
    is_empty = ranges == [] or (ranges is None and response.status in COMPLETE)
    if is_empty and end == size:
        return size
    first = ranges[0] if ranges else None
    found = FIRST_RANGE.match(first) if isinstance(first, str) else None
    if found is None or int(found[1]) >= size:
        path = ".nextExpectedRanges"
        raise UnexpectedResponse("expected the next range", response, path)
    return int(found[1])


def expected_ranges(response: Response) -> list[object] | None:
    """Return the ranges that the service expects, or None if it names none.

    Some services write the key with a capital letter.
    """
    try:
        data = _wire.decoded(response.content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    found = data.get("nextExpectedRanges", data.get("NextExpectedRanges"))
    return found if isinstance(found, list) else None
