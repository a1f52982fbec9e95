"""The cache folder: `$DOCGEN_CACHE_DIR`, else `docgen` in the user's cache folder.

Source code that will be executed comes out of the cache, so its folder must belong to the user and
must not be writable by others; any other folder is not used. The cache is kept below half a
gigabyte: the parts that were used longest ago are removed first.
"""

import os
import sys
import time
from collections.abc import Iterator, Mapping

_WRITABLE_BY_OTHERS = 0o022
_MAX_SIZE = 1 << 29
"""Bytes of all parts together."""
_HOUR = 3600

_USER_CACHE: Mapping[str, tuple[str, ...]] = {"darwin": ("Library", "Caches")}
"""Systems whose user cache folder is not `~/.cache`."""

PACK_SUFFIX = ".pack"
RECORD_SUFFIX = ".record"
UNFINISHED_SUFFIX = ".new"
"""Suffix of a file that is still being written."""


def cache_folder(environ: Mapping[str, str]) -> str | None:
    """Return the folder of the cache, whether it exists or not; `None` if it is unknown."""
    configured = environ.get("DOCGEN_CACHE_DIR")
    if configured:
        return os.path.abspath(configured)
    parent = _user_cache(environ)
    return os.path.join(parent, "docgen") if parent else None


def _user_cache(environ: Mapping[str, str]) -> str | None:
    if sys.platform == "win32":
        return environ.get("LOCALAPPDATA")
    configured = environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(configured):
        return configured
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    return os.path.join(home, *_USER_CACHE.get(sys.platform, (".cache",)))


def make_private(folder: str) -> bool:
    """Make a folder that only the user can write to; return whether it is one."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        status = os.stat(folder)
    except (OSError, ValueError):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS


def remove(location: str) -> bool:
    """Remove a file; return whether that was possible."""
    try:
        os.unlink(location)
    except OSError:
        return False
    return True


def shrink(folder: str) -> None:
    """Remove leftovers of interrupted runs, and the oldest parts of a cache that is too large.

    Only files that docgen itself writes are removed, and the folders that are empty afterwards.
    """
    size = 0
    for part in sorted(_parts(folder), key=_age):
        files = [*_files(part)]
        size += sum(map(_size, files))
        for file in files:
            is_leftover = file.endswith(UNFINISHED_SUFFIX) and _age(file) > _HOUR
            if size > _MAX_SIZE or is_leftover:
                remove(file)
        if size > _MAX_SIZE:
            _remove_empty(part)


def _parts(folder: str) -> Iterator[str]:
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False):
            yield entry.path


def _files(part: str) -> Iterator[str]:
    suffixes = (PACK_SUFFIX, RECORD_SUFFIX, UNFINISHED_SUFFIX)
    for entry in _entries(part):
        if entry.name.endswith(suffixes):
            yield entry.path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _age(path: str) -> float:
    """Return the seconds since a file was written, or since a file was added to a folder."""
    try:
        return time.time() - os.lstat(path).st_mtime
    except OSError:
        return 0.0


def _size(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0


def _remove_empty(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError:
        return
