"""`docgen lint`: report diagnostics, write nothing."""

import time
from collections.abc import Sequence

from docgen.commands.errors import UsageError
from docgen.commands.options import DEFAULTS, Options, open_memo
from docgen.commands.report import Report, shown_diagnostics, source_lines
from docgen.commands.selection import Selection, select
from docgen.config import Config
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.pages.tree import DISK, Tree
from docgen.pipeline import Build, Stage, build
from docgen.reporters import summary


def lint(
    config: Config,
    paths: Sequence[str],
    *,
    select_only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
    is_staged: bool = False,
    options: Options = DEFAULTS,
) -> Report:
    """Report the diagnostics of the pages at `paths`, or of all configured sources.

    `select_only` and `ignore` hold codes and severities; nothing selected means everything.
    """
    begin = time.monotonic()
    if not paths and not config.targets:
        raise UsageError("name pages or folders: no source is configured here")
    tree = _tree(config, paths, is_staged=is_staged)
    selections = select(config, paths, tree)
    built = [_build(one, tree, options) for one in selections]
    diagnostics = sort_diagnostics(
        one
        for selection, result in zip(selections, built, strict=True)
        for one in _diagnostics(selection, result)
        if not _matches(one, ignore) and (not select_only or _matches(one, select_only))
    )
    pages = [
        page
        for selection, result in zip(selections, built, strict=True)
        for page in result.pages.pages
        if selection.includes(page.path)
    ]
    return Report(
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_lines(tree, pages),
        summary=summary(len(pages), diagnostics, time.monotonic() - begin),
    )


def _tree(config: Config, paths: Sequence[str], *, is_staged: bool) -> Tree:
    if not is_staged:
        return DISK
    from docgen.commands.staged import staged_page_tree

    return staged_page_tree(config, paths)


def _build(selection: Selection, tree: Tree, options: Options) -> Build:
    memo = open_memo(selection.target, options, is_whole=selection.is_whole)
    return build(
        selection.target,
        tree,
        memo,
        through=Stage.NAMES,
        is_whole=selection.is_whole,
        config=selection.config,
    )


def _diagnostics(selection: Selection, result: Build) -> tuple[Diagnostic, ...]:
    selected = [one for one in result.diagnostics if selection.includes(one.path)]
    found = (*selection.diagnostics, *selected)
    return shown_diagnostics(found, result.pages.shown)


def _matches(one: Diagnostic, names: frozenset[str]) -> bool:
    return one.code in names or one.severity in names
