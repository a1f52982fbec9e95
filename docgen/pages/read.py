"""Read: the stage that finds and opens pages.

It reads the paths that a user names (files, folders, `-` for standard input) and reports each path
that is not a page. It does not raise for problems on the disk, does not wait for pipes and devices,
and opens each file once.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.digests import digest
from docgen.pages.find import (
    Candidate,
    Excluded,
    Found,
    IgnoredLink,
    Problem,
    SearchedFolder,
)
from docgen.pages.globs import compile_globs
from docgen.pages.last_read import (
    NOTHING_READ,
    LastRead,
    pages_by_location,
    search_of,
    unchanged_page_set,
)
from docgen.pages.page_set import STANDARD_INPUT, PageFile, PageSet, empty_page_set
from docgen.pages.statuses import Status
from docgen.pages.tree import DISK, Tree
from docgen.source import START


def read(
    paths: Sequence[str],
    tree: Tree = DISK,
    *,
    exclude: Sequence[str] = (),
    config_file: str = "",
    last: LastRead = NOTHING_READ,
) -> Result[PageSet]:
    """Read the pages at `paths`.

    `exclude` holds glob patterns for paths below the folder of `config_file`. The paths of pages
    are relative to the folder of `empty_page_set`. A page with the same status as in the `last`
    read is not opened.
    """
    found, known = _pages_to_read(paths, tree, exclude, config_file, last)
    pages: list[PageFile] = []
    diagnostics = [*found.diagnostics]
    for one in found.value.pages:
        page = one if one.digest else _read(one, tree, known.get(one.location))
        if isinstance(page, Problem):
            diagnostics.append(unreadable_page(one.path, page))
        else:
            pages.append(page)
    if "-" in paths:
        content = tree.overrides.get(STANDARD_INPUT)
        content = sys.stdin.buffer.read() if content is None else content
        pages.append(_with_content(PageFile(path=STANDARD_INPUT, location=""), content))
    pages.sort(key=lambda page: page.path)
    diagnostics += _paths_that_differ_in_case(page.path for page in pages)
    is_plain = found.value.is_plain and len(pages) >= len(found.value.pages)
    page_set = replace(found.value, pages=tuple(pages), is_plain=is_plain)
    return Result(page_set, tuple(diagnostics))


def _pages_to_read(
    paths: Sequence[str],
    tree: Tree,
    exclude: Sequence[str],
    config_file: str,
    last: LastRead,
) -> tuple[Result[PageSet], Mapping[str, PageFile]]:
    """Find the pages to read, and those of the last read that may be among them, by location.

    Pages that need not be compared have a digest.
    """
    if last.searched:
        page_set = _empty_page_set(paths, tree, config_file)
        search = search_of(paths, exclude, config_file)
        unchanged = unchanged_page_set(page_set, search, last, tree)
        if unchanged:
            return Result(unchanged), {}
    found = find_pages(paths, tree, exclude=exclude, config_file=config_file)
    return found, pages_by_location(last)


def _empty_page_set(paths: Sequence[str], tree: Tree, config_file: str) -> PageSet:
    started = tree.started
    files = [path for path in paths if path != "-"]
    page_set = empty_page_set(files, os.path.dirname(config_file), tree.is_folder)
    return replace(page_set, started=started)


def find_pages(
    paths: Sequence[str],
    tree: Tree = DISK,
    *,
    exclude: Sequence[str] = (),
    config_file: str = "",
) -> Result[PageSet]:
    """Find the pages that `read` would open; a file that is found twice is one page."""
    page_set = _empty_page_set(paths, tree, config_file)
    base = os.path.join(os.path.abspath(os.path.dirname(config_file)), "")
    found = _found((one for one in paths if one != "-"), tree, exclude, base)
    pages: list[PageFile] = []
    diagnostics: list[Diagnostic] = []
    targets: set[str] = set()
    for one in found:
        if isinstance(one, Candidate):
            path = page_set.path(one.location)
            if one.target in targets:
                diagnostics.append(duplicate_page(path))
            else:
                pages.append(PageFile(path=path, location=one.location))
                targets.add(one.target)
        elif isinstance(one, Problem):
            diagnostics.append(unreadable_page(page_set.path(one.location), one))
    folders = (one for one in found if isinstance(one, SearchedFolder))
    is_plain = not diagnostics and not any(map(_is_link_or_linked, found))
    page_set = replace(
        page_set,
        pages=tuple(pages),
        searched=tuple(folders),
        is_plain=is_plain,
    )
    unused = _unused_patterns(exclude, found, page_set, config_file)
    return Result(page_set, (*diagnostics, *unused))


def _unused_patterns(
    exclude: Iterable[str], found: Iterable[Found], page_set: PageSet, config_file: str
) -> Iterator[Diagnostic]:
    """Report the patterns that match none of the pages and folders that were found."""
    excluded = [one.path for one in found if isinstance(one, Excluded)]
    for pattern in dict.fromkeys(exclude):
        if not any(map(compile_globs([pattern]).fullmatch, excluded)):
            yield diagnostic(
                Code.UNUSED_EXCLUDE,
                f"pattern `{pattern}` of `exclude` matches no page and no folder",
                page_set.path(os.path.abspath(config_file)),
                START,
                "correct it, or remove it; patterns are relative to the folder of this file",
            )


def _found(
    files: Iterable[str], tree: Tree, exclude: Iterable[str], base: str
) -> list[Found]:
    """Find the pages of all paths; links are last, so that a page is not named after a link."""
    excluded = compile_globs(exclude)
    found = [
        one
        for path in map(os.path.abspath, files)
        for one in tree.find(path, excluded, base)
    ]
    return sorted(found, key=_is_link)


def _is_link(one: Found) -> bool:
    return isinstance(one, Candidate) and one.is_link


def _is_link_or_linked(one: Found) -> bool:
    if isinstance(one, Candidate):
        return one.is_link
    if isinstance(one, SearchedFolder):
        return os.path.islink(one.location)
    return isinstance(one, IgnoredLink)


def _read(page: PageFile, tree: Tree, known: PageFile | None) -> PageFile | Problem:
    status = tree.status(page.location)
    if known and status == known.status:
        return PageFile(
            path=page.path,
            location=page.location,
            digest=known.digest,
            status=status,
        )
    content = tree.read(page.location)
    if isinstance(content, Problem):
        return content
    return _with_content(page, content, status)


def _with_content(
    page: PageFile, content: bytes, status: Status | None = None
) -> PageFile:
    return PageFile(
        path=page.path,
        location=page.location,
        digest=digest(content),
        status=status,
        content=content,
    )


def open_page(page: PageFile, tree: Tree) -> PageFile:
    """Return a page with its content, or with the problem if it was removed in the meantime.

    Its digest is that of the content, even if the file was changed since its status was read.
    """
    if page.content is not None:
        return page
    content = tree.read(page.location)
    if isinstance(content, Problem):
        return replace(page, problem=content.reason)
    return _with_content(page, content)


def unreadable_page(path: str, problem: Problem) -> Diagnostic:
    """Report a page that cannot be read."""
    name = os.path.basename(problem.location)
    message = f"`{name}` could not be read: {problem.reason}"
    return diagnostic(Code.UNREADABLE_PAGE, message, path, START, problem.help)


def duplicate_page(path: str) -> Diagnostic:
    """Report a page that was found from more than one of the given paths."""
    message = f"`{path}` is given twice; reading it once"
    return diagnostic(Code.DUPLICATE_PAGE, message, path, START)


def _paths_that_differ_in_case(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Report paths that differ only in case: not every system can hold both."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"`{path}` and `{other}` differ only in case"
            advice = "rename one of them: some systems cannot hold both"
            yield diagnostic(Code.DUPLICATE_PAGE, message, path, START, advice)
