"""A page set: the pages that are read together, and their paths.

A page's `path` is relative to the folder of the set, with `/` between its parts, and is the same on
every machine. `PageSet.shown` returns the path that a user of this terminal would write.
"""

import os
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from docgen.pages.find import SearchedFolder
from docgen.pages.statuses import Status

STANDARD_INPUT = "<stdin>"
"""The path of the page that comes from standard input."""


class PageFile(Struct, frozen=True, kw_only=True):
    """One page before it is parsed.

    `content` is `None` if the page was not opened, because its digest is known from its status. The
    `status` is `None` if it does not identify the content. A page that could not be opened when its
    content was needed has a `problem`.
    """

    path: str
    location: str
    digest: str = ""
    status: Status | None = None
    content: bytes | None = None
    problem: str = ""

    @property
    def memo_key(self) -> tuple[str, str]:
        """The values that the result of parsing depends on."""
        return self.path, self.digest


class PageSet(Struct, frozen=True, kw_only=True):
    """The pages below `folder` (an absolute path), sorted by path.

    `shown_folder` is `folder` as a user would write it, empty for the current folder. `searched`
    are the folders that were searched. `is_plain` means that there were no links and no problems,
    so that a page can only be added by a change in one of these folders. `started` is the time in
    nanoseconds at which the search started.
    """

    folder: str
    shown_folder: str
    pages: tuple[PageFile, ...] = ()
    searched: tuple[SearchedFolder, ...] = ()
    is_plain: bool = False
    started: int = 0

    def shown(self, path: str) -> str:
        """Return the path of a page as a user would write it."""
        if path == STANDARD_INPUT:
            return path
        return os.path.normpath(os.path.join(self.shown_folder, *path.split("/")))

    def path(self, location: str) -> str:
        """Return the path in the set for a location; it starts with `..` outside of the set."""
        top = self.folder if self.folder.endswith(os.sep) else self.folder + os.sep
        if location.startswith(top) and _is_normal(location):
            return location[len(top) :].replace(os.sep, "/")
        try:
            relative = os.path.relpath(location, self.folder)
        except ValueError:  # another drive
            relative = location
        return relative.replace(os.sep, "/")


def _is_normal(location: str) -> bool:
    """Return whether an absolute location has no `.`, no `..` and no empty part."""
    if "/." not in location and "//" not in location and os.sep == "/":
        return not location.endswith("/")
    return os.path.normpath(location) == location


def empty_page_set(
    paths: Sequence[str],
    project: str = "",
    is_folder: Callable[[str], bool] = os.path.isdir,
) -> PageSet:
    """Return the set, without pages, to which the pages at `paths` belong.

    Its folder is that of a single path. If there are several, it is `project`, or without a project
    the deepest folder that contains them all. `is_folder` tells folders from pages.
    """
    existing = [one for one in paths if os.path.lexists(one) or is_folder(one)] or paths
    is_shared = not project or len(paths) <= 1
    folder = _deepest_shared_folder(existing, is_folder) if is_shared else project
    is_absolute = any(map(os.path.isabs, existing))
    return PageSet(
        folder=folder, shown_folder=shown_folder(folder, is_absolute=is_absolute)
    )


def _deepest_shared_folder(
    paths: Iterable[str], is_folder: Callable[[str], bool]
) -> str:
    folders = [
        path if is_folder(path) else os.path.dirname(path)
        for path in map(os.path.abspath, paths)
    ]
    try:
        return os.path.commonpath(folders) if folders else os.getcwd()
    except ValueError:  # several drives
        return folders[0]


def shown_folder(folder: str, *, is_absolute: bool) -> str:
    """Return a folder as a user would write it, empty for the current folder.

    A folder outside of the current one stays absolute if the user wrote an absolute path.
    """
    try:
        relative = os.path.relpath(folder)
    except ValueError:  # another drive
        return folder
    if relative.startswith(os.pardir) and is_absolute:
        return folder
    return "" if relative == os.curdir else relative


def selected_paths(page_set: PageSet, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths in the set of files and folders, with links in their folders resolved."""
    real_set = PageSet(folder=os.path.realpath(page_set.folder), shown_folder="")
    return tuple(real_set.path(_with_real_folder(path)) for path in paths)


def _with_real_folder(path: str) -> str:
    """Resolve the links in a path, except for the last part if it is a file."""
    if os.path.isdir(path):
        return os.path.realpath(path)
    parent, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(parent), name)


def is_within(path: str, folders: Iterable[str]) -> bool:
    """Return whether a path in the set is one of `folders` or is below one of them."""
    return any(
        folder == "." or path == folder or path.startswith(folder + "/")
        for folder in folders
    )
