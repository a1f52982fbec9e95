"""Read: the end of the pipeline that opens pages.

Enter paths as a user names them (files, folders, `-` for standard input), leave a `PageSet` and
a diagnostic for each path that gave no page. Promises: never raises for what lies on the disk,
never waits for a pipe or a device, reads each file once.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.pages.find import (
    Candidate,
    Excluded,
    Found,
    Passed,
    Trouble,
    Walked,
    find,
    reason,
)
from docgen.pages.globs import leaves_out
from docgen.pages.over import over
from docgen.pages.page_set import STANDARD_INPUT, PageFile, PageSet, set_of
from docgen.source import START


class Sighted(Struct, frozen=True, kw_only=True):
    """A file that should be a page: its path in the set, and where it lies."""

    path: str
    location: str


class Sight(Struct, frozen=True, kw_only=True):
    """What lies at the paths that a user names, before any of it is opened.

    `page_set` is still empty. `folders` are those that were walked; `is_plain` says that no link
    and nothing odd was met, so that other files can only come where one of the folders changes.
    """

    page_set: PageSet
    pages: tuple[Sighted, ...]
    folders: tuple[str, ...]
    is_plain: bool
    diagnostics: tuple[Diagnostic, ...]


def read(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    project: str = "",
    overlay: Overlay = NOTHING_ELSE,
) -> Result[PageSet]:
    """Read the pages at `paths`; `exclude` holds patterns for paths below `project`.

    Pages go by their paths below the one folder that is given. Where several paths are, they go by
    those below `project`, or without one below the deepest folder that holds them all. Where the
    `overlay` has a location, it counts and not the disk.
    """
    seen = sighted(paths, exclude, project, overlay)
    pages: list[PageFile] = []
    diagnostics = [*seen.diagnostics]
    for one in seen.pages:
        laid = overlay.get(one.location)
        content = content_of(one.location) if laid is None else laid
        if isinstance(content, Trouble):
            diagnostics.append(unreadable(one.path, content))
        else:
            pages.append(page_file(seen.page_set, one.path, content))
    if "-" in paths:
        content = sys.stdin.buffer.read()
        pages.append(page_file(seen.page_set, STANDARD_INPUT, content))
    pages.sort(key=lambda page: page.path)
    diagnostics += alike(page.path for page in pages)
    return Result(replace(seen.page_set, pages=tuple(pages)), tuple(diagnostics))


def sighted(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    project: str = "",
    overlay: Overlay = NOTHING_ELSE,
) -> Sight:
    """Find the pages that `read` would open; the same file is met once."""
    files = [path for path in paths if path != "-"]
    page_set = set_of(files, project)
    found = _found(files, exclude, os.path.join(os.path.abspath(project), ""), overlay)
    pages: list[Sighted] = []
    diagnostics: list[Diagnostic] = []
    seen: set[str] = set()
    for one in found:
        if isinstance(one, Walked | Passed | Excluded):
            continue
        path = page_set.path(one.location)
        if isinstance(one, Trouble):
            diagnostics.append(unreadable(path, one))
        elif one.target in seen:
            diagnostics.append(named_twice(path))
        else:
            pages.append(Sighted(path=path, location=one.location))
            seen.add(one.target)
    return Sight(
        page_set=page_set,
        pages=tuple(pages),
        folders=tuple(one.location for one in found if isinstance(one, Walked)),
        is_plain=not diagnostics and not any(map(_is_odd, found)),
        diagnostics=(*diagnostics, *_unused(exclude, found, page_set, project)),
    )


def _unused(
    exclude: Iterable[str], found: Iterable[Found], page_set: PageSet, project: str
) -> Iterator[Diagnostic]:
    """Report the patterns that match none of the pages and folders that were found."""
    excluded = [one.path for one in found if isinstance(one, Excluded)]
    for pattern in dict.fromkeys(exclude):
        if not any(map(leaves_out([pattern]).fullmatch, excluded)):
            yield diagnostic(
                Code.UNUSED_EXCLUDE,
                f"the pattern `{pattern}` of `exclude` matches no page and no folder",
                page_set.path(os.path.join(os.path.abspath(project), _CONFIG_FILE)),
                START,
                "correct it, or remove it; patterns are relative to the folder of this file",
            )


_CONFIG_FILE = "pyproject.toml"
"""The file that `exclude` is in, unless the user named another one."""


def page_file(page_set: PageSet, path: str, content: bytes) -> PageFile:
    """Give a page of a set."""
    return PageFile(path=path, shown=page_set.shown(path), content=content)


def _found(
    files: Iterable[str], exclude: Iterable[str], exclude_from: str, overlay: Overlay
) -> list[Found]:
    """Give what lies at all paths; links last, so that a page is read under its own name."""
    left_out = leaves_out(exclude)
    found = [
        one
        for path in map(os.path.abspath, files)
        for one in over(
            path, find(path, left_out, exclude_from), overlay, left_out, exclude_from
        )
    ]
    return sorted(found, key=_is_link)


def _is_odd(one: Found) -> bool:
    match one:
        case Walked(location):
            return os.path.islink(location)
        case _:
            return isinstance(one, Passed) or _is_link(one)


def _is_link(one: Found) -> bool:
    return isinstance(one, Candidate) and one.is_link


def content_of(location: str) -> bytes | Trouble:
    """Give the bytes of a regular file; anything else is looked at and never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(location, flags), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                return Trouble(location, "it is no regular file")
            # Root may read everything; that nobody may is meant all the same.
            if not mode & 0o444:
                return Trouble(location, "permission denied")
            return file.read()
    except OSError as error:
        return Trouble(location, reason(error))


def unreadable(path: str, trouble: Trouble) -> Diagnostic:
    """Tell of a page that can't be read, and why."""
    name = os.path.basename(trouble.location)
    message = f"`{name}` could not be read: {trouble.reason}"
    return diagnostic(Code.UNREADABLE_PAGE, message, path, START, trouble.help)


def named_twice(path: str) -> Diagnostic:
    """Tell of a page that more than one of the given paths led to."""
    message = f"`{path}` was named twice; it was read once"
    return diagnostic(Code.DUPLICATE_PAGE, message, path, START)


def alike(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of paths that differ in case alone: not every system can hold both."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"`{path}` and `{other}` differ in case alone"
            advice = "rename one of them: some systems can't hold both"
            yield diagnostic(Code.DUPLICATE_PAGE, message, path, START, advice)
