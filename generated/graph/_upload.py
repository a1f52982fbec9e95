"""Uploads in parts, to the URL of an upload session.

The service says after each part which bytes it expects next, so an upload that was
interrupted continues where it stopped. The URL itself allows the upload: no token is
sent, because some hosts refuse it.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from graph import _wire
from graph._call import Prepared, origin, valid_timeout
from graph._errors import ApiError, UnexpectedResponse
from graph._flow import exchanged
from graph._transport import HttpRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph._call import CallOptions
    from graph._flow import Flow, Settings
    from graph._transport import Response

UNIT = 320 * 1024
"""Services ask for parts whose size is a multiple of 320 KiB."""

MOST_STALLS = 3
"""An upload fails if the service expects the same bytes this number of times in a row."""

FIRST_RANGE = re.compile(r"(\d{1,19})(?:-|$)")

Uploaded: TypeAlias = bytes | BinaryIO
Progress: TypeAlias = "Callable[[int, int], object]"


def uploaded(
    url: str,
    content: Uploaded,
    part_size: int,
    on_progress: Progress | None,
    options: CallOptions,
    settings: Settings,
) -> Flow[Response]:
    """Upload bytes or a file from its beginning to its end; return the last response."""
    if part_size <= 0 or part_size % UNIT:
        raise ValueError(f"part_size must be a multiple of {UNIT}")
    file = BytesIO(content) if isinstance(content, bytes) else content
    size = size_of(file)
    request = HttpRequest(
        method="PUT",
        url=checked(url, settings),
        timeout=valid_timeout(options.get("timeout", settings.timeout)),
        is_foreign=True,
    )
    start = stalls = 0
    while True:
        file.seek(start)
        part = file.read(part_size)
        if not part:
            raise ValueError("the file became shorter while it was uploaded")
        response = yield from sent_part(request, part, start, size, settings)
        on_response = options.get("on_response")
        if on_response:
            on_response(response)
        is_complete = response.status in {200, 201, 204}
        following = size if is_complete else next_byte(response, size)
        if on_progress:
            on_progress(following, size)
        if is_complete:
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
    try:
        return (yield from exchanged(prepared, settings))
    except ApiError as error:
        if error.status != 416:
            raise
    state = HttpRequest(
        method="GET", url=request.url, timeout=request.timeout, is_foreign=True
    )
    found = yield from exchanged(Prepared(request=state), settings)
    return type(found)(status=202, headers=found.headers, content=found.content)


def size_of(file: BinaryIO) -> int:
    """Return the number of bytes in a file, which must be seekable and not empty."""
    size = file.seek(0, 2)
    if not size:
        raise ValueError("content is empty: a service accepts no part without bytes")
    return size


def checked(url: str, settings: Settings) -> str:
    """Return the URL of a session, on another host only with https."""
    if not isinstance(url, str):
        raise TypeError("url must be that of an upload session")
    server = origin(url)
    if server[0] != "https" and server != origin(settings.base_url):
        raise ValueError("the URL of an upload session on another host needs https")
    return url


def next_byte(response: Response, size: int) -> int:
    """Return the number of the first byte that the service expects next."""
    ranges = members(response).get("nextExpectedRanges")
    first = ranges[0] if isinstance(ranges, list) and ranges else None
    found = FIRST_RANGE.match(first) if isinstance(first, str) else None
    if found is None or int(found[1]) >= size:
        raise UnexpectedResponse(
            "expected the next range", response, ".nextExpectedRanges"
        )
    return int(found[1])


def members(response: Response) -> dict[str, object]:
    """Return the members of a JSON object, empty for anything else."""
    try:
        data = _wire.decoded(response.content)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
