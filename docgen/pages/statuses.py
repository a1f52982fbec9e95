"""File statuses: what the operating system reports about a file without opening it.

A file with the same status has the same content, unless it was changed again within the resolution
of the file system's clock. So a status is reliable only if the last change was at least two seconds
before the run started, as in git's index.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

Status: TypeAlias = tuple[int, int, int, int, int]
"""Mode, size, times of the last change of content and of status (nanoseconds), inode number."""

_CLOCK_RESOLUTION = 2_000_000_000
"""Nanoseconds; no file system in use has a coarser clock."""

_HAS_DIR_FD = os.stat in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")


class FileState(Struct, frozen=True, array_like=True):
    """The status of a file, read before it was opened, and the digest of its content."""

    status: Status
    digest: str


def file_status(location: str, *, follow_links: bool = False) -> Status | None:
    """Return the status of a file or folder; `None` if it does not exist."""
    try:
        return _status(os.stat(location, follow_symlinks=follow_links))
    except (OSError, ValueError):
        return None


def folder_statuses(folder: str, names: Iterable[str]) -> Iterator[Status | None]:
    """Yield the statuses of the named entries of a folder; links are not followed."""
    if not _HAS_DIR_FD:
        yield from (file_status(os.path.join(folder, name)) for name in names)
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
                yield (
                    found.st_mode,
                    found.st_size,
                    found.st_mtime_ns,
                    found.st_ctime_ns,
                    found.st_ino,
                )
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


def is_reliable(status: Status | None, started: int) -> bool:
    """Return whether a status read after `started` (nanoseconds) identifies the content."""
    return status is None or max(status[2], status[3]) + _CLOCK_RESOLUTION < started
