"""`docgen diff`: what changed between two versions of the pages."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from docgen.changes.model import Category, Change
from docgen.commands.compared_pages import ComparedPages, compared_pages
from docgen.commands.options import DEFAULTS, Options, open_memo
from docgen.commands.output_file import require_replaceable, write_output
from docgen.commands.report import Report
from docgen.commands.version_schema import (
    REVISIONS,
    ComparedVersion,
    schema_of,
    version_of,
)
from docgen.config import Config
from docgen.diagnostics import Diagnostic
from docgen.pages.git import GitError
from docgen.pages.page_set import PageSet
from docgen.pages.revision import names_of_revisions
from docgen.reporters import counted
from docgen.reporters.change_formats import changes_report, is_changes_report
from docgen.reporters.colour import PLAIN, Palette
from docgen.schema.model import Source

if TYPE_CHECKING:
    from docgen.commands.used_changes import CodeLines
    from docgen.uses import SourceFile

_KEPT = 4
"""Number of results of searches in code that are kept."""


class DiffRequest(Struct, frozen=True, kw_only=True):
    """The options of `docgen diff`.

    Only changes of the `categories` are reported, all if there are none. `form` is the format,
    `file` is the file that it is written to, empty for standard output. With `fails_on_breaking`
    the report differs if a reported change is breaking. `uses` are the files and folders of a
    code base: only changes that affect it are reported.
    """

    categories: frozenset[Category] = frozenset()
    form: str = "text"
    file: str = ""
    fails_on_breaking: bool = False
    uses: tuple[str, ...] = ()
    colours: Palette = PLAIN
    options: Options = DEFAULTS


class _Compared(Struct, frozen=True, kw_only=True, array_like=True):
    """The changes between two versions, and the diagnostics about pages that can't be read.

    Paths of positions and of diagnostics are as a user writes them.
    """

    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    page_counts: tuple[int, int]


def diff(config: Config, arguments: Sequence[str], request: DiffRequest) -> Report:
    """Compare two versions of the pages, which the arguments name.

    Raises `UsageError` for arguments that name no version, and for a file that docgen did not
    write.
    """
    if request.file:
        require_replaceable(request.file, "-o", is_changes_report)
    start = time.monotonic()
    files = _searched_files(config, request.uses)
    unread = [f"{one.path}: {one.problem}" for one in files if one.problem]
    pairs = compared_pages(config, arguments)
    notes = dict.fromkeys(one.note for pair in pairs for one in pair if one.note)
    found = [_compared(old, new, request.options) for old, new in pairs]
    changes: list[Change] = []
    for (old, _), compared in zip(pairs, found, strict=True):
        selected: Sequence[Change] = [
            one
            for one in compared.changes
            if not request.categories or one.category in request.categories
        ]
        if request.uses:
            lines = _lines_of(old, files, request.options)
            unread += (f"{path}: it is nested too deeply" for path in lines.unread)
            selected = _used_changes(selected, lines)
        changes += selected
    content = changes_report(
        request.form, changes, request.colours, shows_all=bool(request.categories)
    )
    if request.file:
        write_output(request.file, content)
    before, after = (sum(one.page_counts[side] for one in found) for side in (0, 1))
    return Report(
        result="" if request.file else content,
        diagnostics=tuple(one for compared in found for one in compared.diagnostics),
        pages=after,
        summary="\n".join(
            (
                f"compared {counted(before, 'page')} with {after:,} in "
                f"{time.monotonic() - start:,.1f} s",
                *notes,
                *([f"searched {counted(len(files), 'Python file')}"] if files else []),
                *(f"not searched: {one}" for one in unread),
            )
        ),
        differs=request.fails_on_breaking and any(one.breaking for one in changes),
    )


def _searched_files(config: Config, paths: Sequence[str]) -> "Sequence[SourceFile]":
    """Return the Python files at paths; without any, nothing that reads code is imported."""
    if not paths:
        return ()
    from docgen.commands.used_changes import searched_files

    return searched_files(config, paths)


def _used_changes(changes: Sequence[Change], lines: "CodeLines") -> Sequence[Change]:
    from docgen.commands.used_changes import used_changes

    return used_changes(changes, lines)


def _lines_of(
    old: ComparedPages, files: "Sequence[SourceFile]", options: Options
) -> "CodeLines":
    """Return the lines of code that use the package of the old version."""
    from docgen.commands.used_changes import CodeLines, code_lines

    version = version_of(old, options)

    def lines_of_code(old_key: object, *files: "SourceFile") -> CodeLines:
        del old_key
        schema = schema_of(version, options).schema
        return code_lines(schema, old.selection.target, files)

    if not version.memo_key:
        return lines_of_code(version, *files)
    memo = open_memo(old.selection.target, options, slot="diff")
    return memo.recent(lines_of_code, version, *files, result=CodeLines, count=_KEPT)


def list_of_changes() -> Report:
    """Return all kinds of changes, with category and reason, as markdown."""
    from docgen.changes.rules import Rules
    from docgen.reporters.change_rules import change_rules_page

    return Report(result=change_rules_page(one.value for one in Rules))


def complete_revisions(incomplete: str) -> list[str]:
    """Return the branches and tags that start with an incomplete name; none without git."""
    try:
        return names_of_revisions(incomplete)
    except GitError:
        return []


def _compared(old: ComparedPages, new: ComparedPages, options: Options) -> _Compared:
    """Return the changes between two versions; those of the last run if nothing changed."""
    before, after = version_of(old, options), version_of(new, options)
    slot = REVISIONS if new.at_commit else "diff"
    memo = open_memo(new.selection.target, options, slot=slot)
    if not (before.memo_key and after.memo_key):
        return _compare(options, before, after)

    def compare_versions(old_key: object, new_key: object) -> _Compared:
        del old_key, new_key
        return _compare(options, before, after)

    found = memo.last(compare_versions, before, after, result=_Compared)
    # A page may be readable now that was not in the last run.
    return _compare(options, before, after) if found.diagnostics else found


def _compare(options: Options, old: ComparedVersion, new: ComparedVersion) -> _Compared:
    from docgen.changes.compare import compare_schemas

    before, after = schema_of(old, options), schema_of(new, options)
    unreadable = frozenset(before.unreadable), frozenset(after.unreadable)
    return _Compared(
        changes=tuple(
            _shown(one, before.pages, after.pages)
            for one in compare_schemas(before.schema, after.schema)
            if not _is_uncertain(one, *unreadable)
        ),
        diagnostics=(*before.diagnostics, *after.diagnostics),
        page_counts=(before.page_count, after.page_count),
    )


def _is_uncertain(
    one: Change, unreadable_old: frozenset[str], unreadable_new: frozenset[str]
) -> bool:
    """Return whether something is only missing because a page could not be read."""
    if one.old and not one.new:
        return one.old.path in unreadable_new
    if one.new and not one.old:
        return one.new.path in unreadable_old
    return False


def _shown(one: Change, before: PageSet, after: PageSet) -> Change:
    """Return a change with the paths that a user would write."""
    return replace(
        one,
        old=_with_path(one.old, before.shown),
        new=_with_path(one.new, after.shown),
    )


def _with_path(source: Source | None, shown: Callable[[str], str]) -> Source | None:
    return replace(source, path=shown(source.path)) if source else None
