"""The status of a file: what the system says of it, without a look inside.

A file whose status is as it was has the content that it had, unless it was changed again in the
moment in which it was looked at: clocks of file systems are coarse. So a status is sure only if it
was some time old when the look began (git does likewise).
"""

import os
from collections.abc import Iterable
from hashlib import blake2b
from typing import TypeAlias

import msgspec

Status: TypeAlias = tuple[int, int, int, int, int]
"""Mode, size, times of change of content and of status in nanoseconds, number on the disk."""

_MARGIN = 2_000_000_000
"""Nanoseconds; no file system in use has a coarser clock."""


def status_of(location: str, *, is_followed: bool = False) -> Status | None:
    """Give the status of what lies at a location, or that of what a link leads to."""
    try:
        found = os.stat(location) if is_followed else os.lstat(location)
    except (OSError, ValueError):
        return None
    return (
        found.st_mode,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        found.st_ino,
    )


def is_sure(status: Status | None, begun: int) -> bool:
    """Tell whether a status that was taken after `begun` (nanoseconds) can be told from others."""
    return status is None or max(status[2], status[3]) + _MARGIN < begun


def summed(statuses: Iterable[Status | None]) -> bytes:
    """Give a digest of many statuses, in their order."""
    encoded = msgspec.msgpack.encode(list(statuses))
    return blake2b(encoded, digest_size=16).digest()
