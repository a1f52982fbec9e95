"""Trees: where pages and generated files are read from.

A tree is the disk, or the disk with other content at some locations, such as that of git's index
(`docgen.pages.index`). Stages never open files themselves; they use a tree.
"""

import os
import re
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct, field

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
from docgen.pages.statuses import Status, file_status, folder_statuses

Overrides: TypeAlias = Mapping[str, bytes | None]
"""The content that replaces that on disk, by absolute location; `None` for a removed file."""

NO_OVERRIDES: Overrides = {}

READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Tree(Struct, frozen=True):
    """The working tree, with other content at the locations in `overrides`.

    The location of a page from standard input is `STANDARD_INPUT`.
    """

    overrides: Overrides = NO_OVERRIDES

    def find(self, path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
        """Find the page at an absolute path, or all pages below a folder.

        `excluded` fully matches the paths below `base` that are ignored. Pages that are not on the
        disk are last.
        """
        on_disk = set()
        for one in find(path, excluded, base):
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

    @property
    def is_disk(self) -> bool:
        """Whether all files are as on the disk."""
        return not self.overrides

    @property
    def started(self) -> int:
        """The time in nanoseconds after which all statuses are read."""
        return time.time_ns()

    def is_folder(self, path: str) -> bool:
        """Return whether there is a folder at a path."""
        return os.path.isdir(path)

    def status(self, location: str) -> Status | None:
        """Return the status that identifies the content of a file; `None` if none does.

        Links are followed.
        """
        if location in self.overrides:
            return None
        return file_status(location, follow_links=True)

    def folder_statuses(
        self, folder: str, names: Sequence[str]
    ) -> Sequence[Status | None]:
        """Return the statuses of entries of a folder on the disk; links are not followed."""
        return tuple(folder_statuses(folder, names))

    def read(self, location: str) -> bytes | Problem:
        """Read a file; a pipe or a device is a problem, and is not waited for."""
        content = self.overrides.get(location)
        return _read(location) if content is None else content


DISK = Tree()
"""The working tree."""


class TreeOfRun(Tree, frozen=True):
    """The working tree during a single run, which looks at the entries of a folder only once.

    A file that changes after that may be processed in the next run only. The run is not remembered
    as finished then: the change is later than the start of the run.
    """

    known: dict[str, dict[str, Status | None]] = field(default_factory=dict)
    created: int = field(default_factory=time.time_ns)

    @property
    def started(self) -> int:
        """The time in nanoseconds at which the run started."""
        return self.created

    def folder_statuses(
        self, folder: str, names: Sequence[str]
    ) -> Sequence[Status | None]:
        """Return the statuses of the named entries of a folder, as they were when first read."""
        known = self.known.setdefault(folder, {})
        missing = [name for name in names if name not in known]
        known.update(zip(missing, folder_statuses(folder, missing), strict=True))
        return [known[name] for name in names]


def tree_of_run(tree: Tree) -> Tree:
    """Return a tree for a single run."""
    return TreeOfRun() if tree.is_disk else tree


def _read(location: str) -> bytes | Problem:
    try:
        with open(os.open(location, READ_FLAGS), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                return Problem(location, "it is not a regular file")
            # The mode bits apply to root as well, who could read everything.
            if not mode & 0o444:
                return Problem(location, "permission denied")
            return file.read()
    except OSError as error:
        return Problem(location, system_message(error))
