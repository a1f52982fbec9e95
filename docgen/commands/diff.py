"""`docgen diff`: what changed between two versions of the pages."""

import time
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.atomic import system_message, write_named
from docgen.changes.model import Category, Change
from docgen.commands.compared_pages import ComparedPages, compared_pages
from docgen.commands.errors import UsageError
from docgen.commands.options import DEFAULTS, Options, open_memo
from docgen.commands.output_file import require_replaceable
from docgen.commands.report import Report
from docgen.commands.selected_build import SelectedBuild, build_selection
from docgen.commands.used_changes import (
    CodeLines,
    code_lines,
    searched_files,
    used_changes,
)
from docgen.config import Config
from docgen.diagnostics import Code, Diagnostic
from docgen.pages.git import GitError
from docgen.pages.page_set import PageSet
from docgen.pages.revision import names_of_revisions
from docgen.pipeline import Stage, read_pages
from docgen.reporters import counted
from docgen.reporters.change_formats import changes_report, is_changes_report
from docgen.reporters.colour import PLAIN, Palette
from docgen.schema.model import Source
from docgen.uses import SourceFile


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


class _Version(Struct, frozen=True, kw_only=True):
    """One version as the memo sees it: what its pages are, not where they are."""

    pages: ComparedPages
    slot: str
    memo_key: tuple[object, ...]


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
    files = searched_files(config, request.uses) if request.uses else []
    unread = [f"{one.path}: {one.problem}" for one in files if one.problem]
    pairs = compared_pages(config, arguments)
    found = [_compared(old, new, request.options) for old, new in pairs]
    changes: list[Change] = []
    for (old, _), compared in zip(pairs, found, strict=True):
        selected = [
            one
            for one in compared.changes
            if not request.categories or one.category in request.categories
        ]
        if request.uses:
            lines = _lines_of(old, files, request.options)
            unread += (f"{path}: it is nested too deeply" for path in lines.unread)
            selected = used_changes(selected, lines)
        changes += selected
    content = changes_report(
        request.form, changes, request.colours, shows_all=bool(request.categories)
    )
    if request.file:
        _write(request.file, content)
    before, after = (sum(one.page_counts[side] for one in found) for side in (0, 1))
    return Report(
        result="" if request.file else content,
        diagnostics=tuple(one for compared in found for one in compared.diagnostics),
        pages=after,
        summary="\n".join(
            (
                f"compared {counted(before, 'page')} with {after:,} in "
                f"{time.monotonic() - start:,.1f} s",
                *([f"searched {counted(len(files), 'Python file')}"] if files else []),
                *(f"not searched: {one}" for one in unread),
            )
        ),
        differs=request.fails_on_breaking and any(one.breaking for one in changes),
    )


def _lines_of(
    old: ComparedPages, files: Sequence[SourceFile], options: Options
) -> CodeLines:
    """Return the lines of code that use the package of the old version."""
    built = _build(_version(old, "old", options), options)
    return code_lines(built.build.schema, old.selection.target, files)


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


def _write(file: str, content: str) -> None:
    try:
        write_named(file, content)
    except OSError as error:
        message = f"`{file}` could not be written: {system_message(error)}"
        raise UsageError(message) from error


def _compared(old: ComparedPages, new: ComparedPages, options: Options) -> _Compared:
    """Return the changes between two versions; those of the last run if nothing changed."""
    before, after = _version(old, "old", options), _version(new, "new", options)
    slot = "diff-revisions" if new.at_commit else "diff"
    memo = open_memo(new.selection.target, options, slot=slot)
    if _is_unknown(before) or _is_unknown(after):
        return _compare(options, before, after)

    def compare_versions(old_key: object, new_key: object) -> _Compared:
        del old_key, new_key
        return _compare(options, before, after)

    found = memo.last(compare_versions, before, after, result=_Compared)
    # A page may be readable now that was not in the last run.
    return _compare(options, before, after) if found.diagnostics else found


def _is_unknown(version: _Version) -> bool:
    return not version.memo_key


def _version(pages: ComparedPages, side: str, options: Options) -> _Version:
    """Return a version with a key that changes with the content of its pages."""
    slot = side if pages.at_commit else ""
    selection = pages.selection
    if pages.at_commit:
        content: Iterable[tuple[str, str]] = pages.at_commit.blobs
    else:
        memo = open_memo(selection.target, options, slot=slot)
        found = read_pages(selection.target, pages.tree(), memo)
        if any(map(_is_unreadable, found.diagnostics)):
            return _Version(pages=pages, slot=slot, memo_key=())
        content = [(one.path, one.digest) for one in found.value.pages]
    key = (selection.target, selection.config, selection.is_whole, tuple(content))
    return _Version(pages=pages, slot=slot, memo_key=key)


def _compare(options: Options, old: _Version, new: _Version) -> _Compared:
    from docgen.changes.compare import compare_schemas

    before, after = _build(old, options), _build(new, options)
    unreadable = frozenset(before.build.unreadable), frozenset(after.build.unreadable)
    found = compare_schemas(before.build.schema, after.build.schema)
    changes = tuple(
        _shown(one, before.build.pages, after.build.pages)
        for one in found
        if not _is_uncertain(one, *unreadable)
    )
    return _Compared(
        changes=changes,
        diagnostics=tuple(
            one
            for built in (before, after)
            for one in built.diagnostics
            if _is_unreadable(one)
        ),
        page_counts=(len(before.pages), len(after.pages)),
    )


def _is_unreadable(one: Diagnostic) -> bool:
    return one.code == Code.UNREADABLE_PAGE.value.name


def _build(version: _Version, options: Options) -> SelectedBuild:
    return build_selection(
        version.pages.selection,
        options,
        version.pages.tree(),
        through=Stage.SCHEMA,
        slot=version.slot,
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
