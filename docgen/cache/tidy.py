"""The cache kept small: the parts of it that were used longest ago go first."""

import os
import time
from collections.abc import Iterator

from docgen.cache.pack import ENDING
from docgen.cache.record import NEW, removed

_MOST = 1 << 29
"""Bytes that all parts may have together."""
_HOUR = 3600


def tidy(folder: str, records: tuple[str, ...]) -> None:
    """Remove what runs left that were cut short, and the oldest parts where all are too big.

    Only files that docgen itself writes are removed, and folders that are empty without them.
    """
    size = 0
    for part in sorted(_parts(folder), key=_age):
        files = [*_files(part, records)]
        size += sum(map(_size, files))
        for file in files:
            if size > _MOST or (file.endswith(NEW) and _age(file) > _HOUR):
                removed(file)
        if size > _MOST:
            _leave(part)


def _parts(folder: str) -> Iterator[str]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield entry.path


def _files(part: str, records: tuple[str, ...]) -> Iterator[str]:
    for entry in _entries(part):
        if entry.name in records or entry.name.endswith((ENDING, NEW)):
            yield entry.path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _age(path: str) -> float:
    """Give the seconds since a file was written, or since the last was put into a folder."""
    try:
        return time.time() - os.lstat(path).st_mtime
    except OSError:
        return 0.0


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _leave(part: str) -> None:
    try:
        os.rmdir(part)
    except OSError:
        return
