"""The last read: which pages there were, and the statuses that identify their content.

A folder with the same entries as then is not searched again, only the statuses of its pages are
read. A search with links or problems is always repeated.
"""

import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Result
from docgen.pages.find import SearchedFolder, folder_entries
from docgen.pages.page_set import PageFile, PageSet
from docgen.pages.statuses import is_reliable
from docgen.pages.tree import Tree


class Search(Struct, frozen=True, kw_only=True):
    """What is searched for pages.

    These are absolute paths, their locations with links resolved, the patterns of `exclude`, and
    the folder to which these are relative.
    """

    paths: tuple[str, ...]
    locations: tuple[str, ...]
    exclude: tuple[str, ...]
    project: str


class LastRead(Struct, frozen=True, kw_only=True):
    """The pages that a search found, without their content.

    A page has a `status` if that identifies its content. `searched` are the folders in which a
    search finds the same pages again, unless their entries change; empty if that is not known.
    """

    search: Search | None = None
    searched: tuple[SearchedFolder, ...] = ()
    pages: tuple[PageFile, ...] = ()


NOTHING_READ = LastRead()


def search_of(paths: Sequence[str], exclude: Sequence[str], config_file: str) -> Search:
    """Return what is searched; `paths` are as a user writes them, without standard input."""
    absolute = tuple(map(os.path.abspath, paths))
    return Search(
        paths=absolute,
        locations=tuple(map(os.path.realpath, absolute)),
        exclude=tuple(exclude),
        project=os.path.abspath(os.path.dirname(config_file)),
    )


def last_read(read: Result[PageSet], search: Search, tree: Tree) -> LastRead:
    """Return what a later run needs to know about the pages that were read in a tree."""
    page_set = read.value
    folders = {one.location for one in page_set.searched}
    is_plain = page_set.is_plain and not read.diagnostics and tree.is_disk
    is_repeatable = is_plain and folders.issuperset(search.paths)
    return LastRead(
        search=search,
        searched=page_set.searched if is_repeatable else (),
        pages=tuple(_recorded(page, page_set.started) for page in page_set.pages),
    )


def _recorded(page: PageFile, started: int) -> PageFile:
    is_known = page.status is not None and is_reliable(page.status, started)
    if is_known and page.content is None:
        return page
    status = page.status if is_known else None
    return replace(page, status=status, content=None)


def pages_by_location(last: LastRead) -> Mapping[str, PageFile]:
    """Return the pages whose content their status identifies."""
    return {one.location: one for one in last.pages if one.status}


def unchanged_page_set(
    page_set: PageSet, search: Search, last: LastRead, tree: Tree
) -> PageSet | None:
    """Return an empty page set with its pages, if a search would find those of the last one.

    They are in the order of folders; those that changed have no digest. `None` if the folders must
    be searched.
    """
    if not last.searched or last.search != search or not tree.is_disk:
        return None
    if any(folder_entries(one.location) != one.entries for one in last.searched):
        return None
    pages = tuple(_with_statuses(last.pages, tree))
    return replace(page_set, pages=pages, searched=last.searched, is_plain=True)


def _with_statuses(pages: Sequence[PageFile], tree: Tree) -> Iterator[PageFile]:
    """Yield the pages of each folder; those with another status than before have no digest."""
    folders: dict[str, list[PageFile]] = {}
    for page in pages:
        folders.setdefault(page.location.rpartition(os.sep)[0], []).append(page)
    for folder, inside in folders.items():
        names = [page.location.rpartition(os.sep)[2] for page in inside]
        statuses = tree.folder_statuses(folder or os.sep, names)
        for page, status in zip(inside, statuses, strict=True):
            if status and status == page.status:
                yield page
            else:
                yield PageFile(path=page.path, location=page.location)
