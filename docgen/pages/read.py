"""Read: the end of the pipeline that opens pages.

Enter paths as a user names them (files, folders, `-` for standard input), leave a `PageSet` and
a diagnostic for each path that gave no page. Promises: never raises for what lies on the disk,
never waits for a pipe or a device, reads each file once.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence

from docgen.diagnostics import Checked, Code, Diagnostic, diagnostic
from docgen.pages.find import Candidate, Found, Trouble, find, reason
from docgen.pages.globs import leaves_out
from docgen.pages.page_set import STANDARD_INPUT, PageFile, PageSet, shown_folder
from docgen.source import START


def read(
    paths: Sequence[str], exclude: Sequence[str] = (), project: str = ""
) -> Checked[PageSet]:
    """Read the pages at `paths`; `exclude` holds patterns for paths below `project`.

    Pages go by their paths below the one folder that is given. Where several paths are, they go by
    those below `project`, or without one below the deepest folder that holds them all.
    """
    files = [path for path in paths if path != "-"]
    page_set = _named_set(files, project if len(files) > 1 else "")
    found = _found(files, exclude, os.path.join(os.path.abspath(project), ""))
    pages, diagnostics = _opened(found, page_set)
    if "-" in paths:
        content = sys.stdin.buffer.read()
        pages.append(
            PageFile(path=STANDARD_INPUT, shown=STANDARD_INPUT, content=content)
        )
    pages.sort(key=lambda page: page.path)
    diagnostics += _alike(pages)
    return Checked(
        PageSet(
            folder=page_set.folder,
            shown_folder=page_set.shown_folder,
            pages=tuple(pages),
        ),
        tuple(diagnostics),
    )


def _named_set(files: Sequence[str], project: str) -> PageSet:
    """Give the set, still empty, below a project's folder or the deepest that holds all paths."""
    there = [path for path in files if os.path.lexists(path)] or files
    folder = project or _shared_folder(there)
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


def _found(
    files: Iterable[str], exclude: Iterable[str], exclude_from: str
) -> list[Found]:
    """Give what lies at all paths; links last, so that a page is read under its own name."""
    left_out = leaves_out(exclude)
    found = [
        one
        for path in files
        for one in find(os.path.abspath(path), left_out, exclude_from)
    ]
    return sorted(found, key=lambda one: isinstance(one, Candidate) and one.is_link)


def _opened(
    found: Iterable[Found], page_set: PageSet
) -> tuple[list[PageFile], list[Diagnostic]]:
    pages: list[PageFile] = []
    diagnostics: list[Diagnostic] = []
    seen: set[str] = set()
    for one in found:
        path = page_set.path(one.location)
        if isinstance(one, Candidate) and one.target in seen:
            diagnostics.append(named_twice(path))
            continue
        content = one if isinstance(one, Trouble) else _content(one.location)
        if isinstance(content, Trouble):
            diagnostics.append(_unreadable(path, content))
        else:
            shown = page_set.shown(path)
            pages.append(PageFile(path=path, shown=shown, content=content))
        if isinstance(one, Candidate):
            seen.add(one.target)
    return pages, diagnostics


def _content(location: str) -> bytes | Trouble:
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


def _unreadable(path: str, trouble: Trouble) -> Diagnostic:
    name = os.path.basename(trouble.location)
    message = f"`{name}` could not be read: {trouble.reason}"
    return diagnostic(Code.UNREADABLE_PAGE, message, path, START, trouble.help)


def named_twice(path: str) -> Diagnostic:
    """Tell of a page that more than one of the given paths led to."""
    message = f"`{path}` was named twice; it was read once"
    return diagnostic(Code.DUPLICATE_PAGE, message, path, START)


def _alike(pages: Iterable[PageFile]) -> Iterator[Diagnostic]:
    """Tell of paths that differ in case alone: not every system can hold both."""
    first: dict[str, str] = {}
    for page in pages:
        other = first.setdefault(page.path.casefold(), page.path)
        if other != page.path:
            message = f"`{page.path}` and `{other}` differ in case alone"
            advice = "rename one of them: some systems can't hold both"
            yield diagnostic(Code.DUPLICATE_PAGE, message, page.path, START, advice)
