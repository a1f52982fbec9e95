"""Find the pages in a file or folder, without opening them.

Folders are searched for `*.md`; names that begin with a dot are ignored. A link in a folder is
followed only to a file below that folder, so that all pages are in the folder that the user named.
"""

import os
import re
from collections.abc import Iterator
from operator import attrgetter

from msgspec import Struct

from docgen.atomic import system_message
from docgen.pages.globs import MATCHES_NOTHING
from docgen.regex import Regex

_NOT_UTF8 = Regex(r"[\ud800-\udfff]")


class Candidate(Struct, frozen=True):
    """A file that should be a page; `target` is the real location, with links resolved."""

    location: str
    target: str
    is_link: bool = False


class Problem(Struct, frozen=True):
    """A file or folder that can't be used, and the reason."""

    location: str
    reason: str
    help: str = ""


class SearchedFolder(Struct, frozen=True):
    """A folder that was searched, and its entries, sorted; hidden entries are left out."""

    location: str
    entries: tuple["FolderEntry", ...] = ()


class FolderEntry(Struct, frozen=True, array_like=True):
    """A name in a folder; folders that are links are not `is_folder`."""

    name: str
    is_folder: bool = False
    is_link: bool = False


class IgnoredLink(Struct, frozen=True):
    """A link that is not a page."""

    location: str


class Excluded(Struct, frozen=True):
    """A page or folder that an `exclude` pattern matches; `path` is what the pattern matched."""

    location: str
    path: str


Found = Candidate | Problem | SearchedFolder | IgnoredLink | Excluded


def find(path: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
    """Find the page at an absolute path, or all pages below a folder.

    `excluded` fully matches the paths below `base` that are ignored.
    """
    if not os.path.isdir(path):
        is_link = os.path.islink(path)
        yield page_candidate(path, os.path.realpath(path), is_link=is_link)
        return
    is_empty = True
    for one in _search(path, excluded, base):
        is_empty = is_empty and isinstance(one, SearchedFolder | IgnoredLink | Excluded)
        yield one
    if is_empty:
        yield Problem(path, "there is no `*.md` file in it")


def page_candidate(location: str, target: str, *, is_link: bool) -> Found:
    """Return the candidate for a page, or the problem with its name."""
    if not location.isascii() and _NOT_UTF8.search(location):
        return Problem(location, "its name is not UTF-8")
    return Candidate(location, target, is_link)


def _search(top: str, excluded: re.Pattern[str], base: str) -> Iterator[Found]:
    """Search a folder and all below it; links to folders are not followed."""
    real_top = os.path.realpath(top)
    waiting = [(top, os.path.join(real_top, ""))]
    while waiting:
        folder, real_folder = waiting.pop()
        entries = _entries(folder)
        if isinstance(entries, Problem):
            yield SearchedFolder(folder)
            yield entries
            continue
        yield SearchedFolder(folder, tuple(map(_folder_entry, entries)))
        for entry in entries:
            if excluded is not MATCHES_NOTHING and excluded.fullmatch(
                path := relative_path(entry.path, base)
            ):
                yield Excluded(entry.path, path)
            elif entry.is_symlink():
                yield from _link(entry, real_top)
            elif is_page_name(entry.name):
                yield _file(entry, real_folder + entry.name)
            elif entry.is_dir():
                waiting.append((entry.path, real_folder + entry.name + os.sep))


def folder_entries(folder: str) -> tuple[FolderEntry, ...] | None:
    """Return the entries of a folder, as a search finds them; `None` if it can't be read."""
    entries = _entries(folder)
    if isinstance(entries, Problem):
        return None
    return tuple(map(_folder_entry, entries))


def _entries(folder: str) -> list[os.DirEntry[str]] | Problem:
    try:
        with os.scandir(folder) as found:
            shown = [one for one in found if not one.name.startswith(".")]
    except OSError as error:
        return Problem(folder, system_message(error))
    return sorted(shown, key=attrgetter("name"))


def _folder_entry(entry: os.DirEntry[str]) -> FolderEntry:
    return FolderEntry(
        entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink()
    )


def _file(entry: os.DirEntry[str], target: str) -> Found:
    if entry.is_dir():
        return Problem(entry.path, "it is a folder")
    return page_candidate(entry.path, target, is_link=False)


def _link(entry: os.DirEntry[str], real_top: str) -> Iterator[Found]:
    """Yield the page that a link leads to; linked folders are searched at their real location."""
    target = os.path.realpath(entry.path)
    is_folder = os.path.isdir(target)
    if not is_folder and not is_page_name(entry.name):
        yield IgnoredLink(entry.path)
    elif not os.path.join(target, "").startswith(os.path.join(real_top, "")):
        yield Problem(
            entry.path, "it is a symbolic link to a file outside of the folder", _LINK
        )
    elif is_folder:
        yield IgnoredLink(entry.path)
    else:
        yield page_candidate(entry.path, target, is_link=True)


_LINK = "name the target of the link as a source, or remove the link"


def is_page_name(name: str) -> bool:
    """Return whether a file of that name is a page."""
    return name.lower().endswith(".md")


def is_page_below(top: str, location: str) -> bool:
    """Return whether a search of the folder `top` would find a page at a location."""
    parts = relative_path(location, top).split("/")
    is_hidden = any(part.startswith(".") for part in parts)
    return (
        location.startswith(os.path.join(top, ""))
        and not is_hidden
        and is_page_name(location)
    )


def relative_path(path: str, base: str) -> str:
    """Return a path relative to a folder, with `/` between its parts."""
    if not path.startswith(base):
        path = os.path.relpath(path, base)
    return path.removeprefix(base).replace(os.sep, "/").lstrip("/")
