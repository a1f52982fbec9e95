"""Trees: where pages and generated files are read from.

A tree is the disk, or the disk with other content at some locations, such as that of git's index
(`docgen.pages.index`). Stages never open files themselves; they use a tree.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeAlias

from msgspec import Struct

from docgen.atomic import system_message
from docgen.pages.find import (
    Excluded,
    Found,
    Problem,
    find,
    is_page_below,
    page_candidate,
    relative_path,
)
from docgen.pages.statuses import Status, file_status

Overrides: TypeAlias = Mapping[str, bytes | None]
"""The content that replaces that on disk, by absolute location; `None` for a removed file."""

NO_OVERRIDES: Overrides = {}

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Tree(Protocol):
    """Where pages are found and read."""

    @property
    def overrides(self) -> Overrides:
        """The content that replaces that on disk."""
        ...

    def find(self, path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
        """Find the page at an absolute path, or all pages below a folder.

        `excluded` fully matches the paths below `base` that are ignored.
        """
        ...

    def status(self, location: str) -> Status | None:
        """Return the status that identifies the content of a file; `None` if none does."""
        ...

    def read(self, location: str) -> bytes | Problem:
        """Read a file."""
        ...


class DiskTree(Struct, frozen=True):
    """The working tree."""

    @property
    def overrides(self) -> Overrides:
        """No content is replaced."""
        return NO_OVERRIDES

    def find(self, path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
        """Find pages on the disk."""
        return find(path, excluded, base)

    def status(self, location: str) -> Status | None:
        """Return the status of a file; links are followed."""
        return file_status(location, follow_links=True)

    def read(self, location: str) -> bytes | Problem:
        """Read a regular file; a pipe or a device is a problem, and is not waited for."""
        try:
            with open(os.open(location, _READ), "rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                if not stat.S_ISREG(mode):
                    return Problem(location, "it is not a regular file")
                # The mode bits apply to root as well, who could read everything.
                if not mode & 0o444:
                    return Problem(location, "permission denied")
                return file.read()
        except OSError as error:
            return Problem(location, system_message(error))


DISK = DiskTree()


class OverlaidTree(Struct, frozen=True):
    """The working tree with other content at some locations."""

    overrides: Overrides

    def find(self, path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
        """Find pages on the disk that are not removed, then the pages that are added."""
        on_disk = set()
        for one in DISK.find(path, excluded, base):
            on_disk.add(one.location)
            if self.overrides.get(one.location, b"") is not None:
                yield one
        for location, content in self.overrides.items():
            is_added = content is not None and location not in on_disk
            if not is_added or not is_page_below(path, location):
                continue
            matched = relative_path(location, base)
            if excluded.fullmatch(matched):
                yield Excluded(location, matched)
            else:
                yield page_candidate(location, location, is_link=False)

    def status(self, location: str) -> Status | None:
        """Return the status of a file on the disk."""
        return None if location in self.overrides else DISK.status(location)

    def read(self, location: str) -> bytes | Problem:
        """Return the content at a location."""
        content = self.overrides.get(location)
        return DISK.read(location) if content is None else content
