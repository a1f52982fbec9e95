"""A page set: the pages that are read together, and what they are called.

A page has two names. Its `path` is relative to the folder of the set, with `/` between its parts,
and is the same on every machine. `shown` is the path that a user of this terminal would write.
"""

import os
from collections.abc import Iterable, Sequence

from msgspec import Struct

STANDARD_INPUT = "<stdin>"
"""What the page that comes from standard input is called."""


class PageFile(Struct, frozen=True, kw_only=True):
    """One page as it lies on the disk, not yet looked at."""

    path: str
    shown: str
    content: bytes


class PageSet(Struct, frozen=True, kw_only=True):
    """The pages below `folder` (an absolute path), sorted by path.

    `shown_folder` is how the user of this terminal would write `folder`; empty is the current one.
    """

    folder: str
    shown_folder: str
    pages: tuple[PageFile, ...] = ()

    def shown(self, path: str) -> str:
        """Give the path of a page as the user of this terminal would write it."""
        if path == STANDARD_INPUT:
            return path
        return os.path.normpath(os.path.join(self.shown_folder, *path.split("/")))

    def path(self, location: str) -> str:
        """Give the path in the set of a file or folder, or `..` and so on outside of it."""
        top = self.folder if self.folder.endswith(os.sep) else self.folder + os.sep
        if location.startswith(top) and os.path.normpath(location) == location:
            return location[len(top) :].replace(os.sep, "/")
        try:
            relative = os.path.relpath(location, self.folder)
        except ValueError:  # another drive
            relative = location
        return relative.replace(os.sep, "/")


def set_of(files: Sequence[str], project: str = "") -> PageSet:
    """Give the set, still empty, that the pages at some paths belong to."""
    there = [path for path in files if os.path.lexists(path)] or files
    folder = project if project and len(files) > 1 else _shared_folder(there)
    is_absolute = any(map(os.path.isabs, there))
    return PageSet(
        folder=folder, shown_folder=shown_folder(folder, is_absolute=is_absolute)
    )


def _shared_folder(there: Iterable[str]) -> str:
    folders = [
        path if os.path.isdir(path) else os.path.dirname(path)
        for path in map(os.path.abspath, there)
    ]
    try:
        return os.path.commonpath(folders) if folders else os.getcwd()
    except ValueError:  # several drives
        return folders[0]


def shown_folder(folder: str, *, is_absolute: bool) -> str:
    """Give a folder as the user of this terminal would write it; the current one is empty.

    What lies outside of the current folder stays absolute where the user wrote it so.
    """
    try:
        relative = os.path.relpath(folder)
    except ValueError:  # another drive
        return folder
    if relative.startswith(os.pardir) and is_absolute:
        return folder
    return "" if relative == os.curdir else relative


def named_paths(page_set: PageSet, paths: Iterable[str]) -> tuple[str, ...]:
    """Give the paths in the set of files and folders, also where a link stands on the way."""
    real_folder = PageSet(folder=os.path.realpath(page_set.folder), shown_folder="")
    return tuple(real_folder.path(_real(path)) for path in paths)


def _real(path: str) -> str:
    """Follow links to the folder of a file, not the file: a page goes by its own name."""
    if os.path.isdir(path):
        return os.path.realpath(path)
    parent, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(parent), name)


def is_within(path: str, folders: Iterable[str]) -> bool:
    """Tell whether a path in the set is one of the given ones or lies below it."""
    return any(
        folder == "." or path == folder or path.startswith(folder + "/")
        for folder in folders
    )
