"""The schema of one version of the pages; those of the versions compared last are kept."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from docgen.commands.compared_pages import ComparedPages
from docgen.commands.options import Options, open_memo
from docgen.commands.selected_build import build_selection
from docgen.diagnostics import Diagnostic
from docgen.pages.page_set import PageSet
from docgen.pipeline import Stage, is_unreadable, read_pages
from docgen.schema.model import Schema

REVISIONS = "revisions"
"""The slot of the records about commits."""
_KEPT_REVISIONS = 4
"""Number of commits whose schemas are kept, 9 MB each for 3,338 pages."""


class ComparedVersion(Struct, frozen=True, kw_only=True):
    """One version as the memo sees it: what its pages are, not where they are.

    The key is empty if a page can't be read, because nothing shows when that changes.
    """

    pages: ComparedPages
    memo_key: tuple[object, ...]


class VersionSchema(Struct, frozen=True, kw_only=True, array_like=True):
    """The schema of a version, and the number of its pages.

    `pages` is the page set without its pages; `unreadable` are the paths of those that could not be
    used, and the diagnostics are about them, with paths as a user writes them.
    """

    schema: Schema
    pages: PageSet
    page_count: int
    unreadable: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def version_of(pages: ComparedPages, options: Options) -> ComparedVersion:
    """Return a version with a key that changes with the content of its pages."""
    selection = pages.selection
    if pages.at_commit:
        content: Iterable[tuple[str, str]] = pages.at_commit.blobs
    else:
        memo = open_memo(selection.target, options)
        found = read_pages(selection.target, pages.tree(), memo)
        if any(map(is_unreadable, found.diagnostics)):
            return ComparedVersion(pages=pages, memo_key=())
        content = [(one.path, one.digest) for one in found.value.pages]
    key = (selection.target, selection.config, selection.is_whole, tuple(content))
    return ComparedVersion(pages=pages, memo_key=key)


def schema_of(version: ComparedVersion, options: Options) -> VersionSchema:
    """Return the schema of a version, from the cache if it was needed before."""
    if not version.memo_key:
        return _built(version, options)

    def build_version(key: object) -> VersionSchema:
        del key
        return _built(version, options)

    memo = open_memo(version.pages.selection.target, options, slot=_slot(version))
    count = _KEPT_REVISIONS if version.pages.at_commit else 1
    found = memo.recent(build_version, version, result=VersionSchema, count=count)
    # A page may be readable now that was not in the last run.
    return _built(version, options) if found.diagnostics else found


def _slot(version: ComparedVersion) -> str:
    return REVISIONS if version.pages.at_commit else ""


def _built(version: ComparedVersion, options: Options) -> VersionSchema:
    pages = version.pages
    built = build_selection(
        pages.selection,
        options,
        pages.tree(),
        through=Stage.SCHEMA,
        slot=_slot(version),
    )
    return VersionSchema(
        schema=built.build.schema,
        pages=replace(built.build.pages, pages=()),
        page_count=len(built.pages),
        unreadable=built.build.unreadable,
        diagnostics=tuple(filter(is_unreadable, built.diagnostics)),
    )
