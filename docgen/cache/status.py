"""The status of a file: what the system says of it, without a look inside.

A file whose status is as it was has the content that it had, unless it was changed again in the
moment in which it was looked at: clocks of file systems are coarse. So a status is sure only if it
was some time old when the look began (git does likewise).
"""

import os
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Status: TypeAlias = tuple[int, int, int, int, int]
"""Mode, size, times of change of content and of status in nanoseconds, number on the disk."""

_MARGIN = 2_000_000_000
"""Nanoseconds; no file system in use has a coarser clock."""

_HAS_FOLDERS = os.stat in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")


def status_of(location: str, *, is_followed: bool = False) -> Status | None:
    """Give the status of what lies at a location, or that of what a link leads to."""
    try:
        return _status(os.stat(location, follow_symlinks=is_followed))
    except (OSError, ValueError):
        return None


def statuses(folder: str, names: Iterable[str]) -> Iterator[Status | None]:
    """Give the statuses of what lies in a folder; to go there once is quicker than every time."""
    if not _HAS_FOLDERS:
        yield from (status_of(os.path.join(folder, name)) for name in names)
        return
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (OSError, ValueError):
        yield from (None for _ in names)
        return
    try:
        stat = os.stat
        for name in names:
            try:
                found = stat(name, dir_fd=opened, follow_symlinks=False)
            except (OSError, ValueError):
                yield None
            else:
                yield _status(found)
    finally:
        os.close(opened)


def _status(found: os.stat_result) -> Status:
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
