"""Which files are the pages, before any of them is opened.

Enter files and folders, leave the locations of pages and what stood in the way. Folders are walked
for `*.md`; names that begin with a dot are passed over. A link inside a folder is followed to a
file below that folder only, so no page set can reach out of the folder that its user named.
"""

import os
import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.pages.globs import NOTHING

_NOT_UTF8 = re.compile(r"[\ud800-\udfff]")


class Candidate(Struct, frozen=True):
    """A file that should be a page; `target` is the file itself where that is a link."""

    location: str
    target: str
    is_link: bool = False


class Trouble(Struct, frozen=True):
    """A file or folder that can't be used, and why."""

    location: str
    reason: str
    help: str = ""


class Walked(Struct, frozen=True):
    """A folder that was walked through."""

    location: str


class Passed(Struct, frozen=True):
    """A link that gave no page."""

    location: str


class Excluded(Struct, frozen=True):
    """A page or folder that an `exclude` pattern matches; `path` is what the pattern matched."""

    location: str
    path: str


Found = Candidate | Trouble | Walked | Passed | Excluded


def find(path: str, left_out: re.Pattern[str], left_out_from: str) -> Iterator[Found]:
    """Give what lies at an absolute path: the file, or the pages of the folder and below."""
    if not os.path.isdir(path):
        yield candidate(path, os.path.realpath(path), is_link=os.path.islink(path))
        return
    is_empty = True
    for one in _walked(path, left_out, left_out_from):
        is_empty = is_empty and isinstance(one, Walked | Passed | Excluded)
        yield one
    if is_empty:
        yield Trouble(path, "no `*.md` file lies in it")


def candidate(location: str, target: str, *, is_link: bool) -> Found:
    """Give a file that should be a page, unless it has a name that none can have."""
    if _NOT_UTF8.search(location):
        return Trouble(location, "its name is not UTF-8")
    return Candidate(location, target, is_link)


def _walked(top: str, left_out: re.Pattern[str], left_out_from: str) -> Iterator[Found]:
    """Walk through a folder and all below it; links to folders are not walked into."""
    real_top = os.path.realpath(top)
    waiting = [(top, os.path.join(real_top, ""))]
    while waiting:
        folder, real_folder = waiting.pop()
        yield Walked(folder)
        for entry in _entries(folder):
            if isinstance(entry, Trouble):
                yield entry
            elif left_out is not NOTHING and left_out.fullmatch(
                path := below(entry.path, left_out_from)
            ):
                yield Excluded(entry.path, path)
            elif entry.is_symlink():
                yield from _link(entry, real_top)
            elif is_page_name(entry.name):
                yield _file(entry, real_folder + entry.name)
            elif entry.is_dir():
                waiting.append((entry.path, real_folder + entry.name + os.sep))


def _entries(folder: str) -> Iterator[os.DirEntry[str] | Trouble]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Trouble(folder, reason(error))
        return
    yield from (entry for entry in entries if not entry.name.startswith("."))


def reason(error: OSError) -> str:
    """Give the words of the system for what went wrong, as the end of a sentence."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]


def below(path: str, start: str) -> str:
    """Give a path as seen from a folder, with `/` between its parts."""
    if not path.startswith(start):
        path = os.path.relpath(path, start)
    return path.removeprefix(start).replace(os.sep, "/").lstrip("/")


def is_page_name(name: str) -> bool:
    """Tell whether a file of that name is a page."""
    return name.lower().endswith(".md")


def _file(entry: os.DirEntry[str], target: str) -> Found:
    if entry.is_dir():
        return Trouble(entry.path, "it is a folder")
    return candidate(entry.path, target, is_link=False)


def _link(entry: os.DirEntry[str], real_top: str) -> Iterator[Found]:
    """Give the page that a link leads to; linked folders have their own place in the walk."""
    target = os.path.realpath(entry.path)
    is_folder = os.path.isdir(target)
    if not is_folder and not is_page_name(entry.name):
        yield Passed(entry.path)
    elif not os.path.join(target, "").startswith(os.path.join(real_top, "")):
        yield Trouble(entry.path, "it is a link that leads out of the folder", _LINK)
    elif is_folder:
        yield Passed(entry.path)
    else:
        yield candidate(entry.path, target, is_link=True)


_LINK = "name the place that it leads to as a source, or leave the link out"
