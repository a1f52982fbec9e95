"""`docgen lint`: report diagnostics, write nothing."""

import os
import time
from collections.abc import Sequence

from msgspec.structs import replace

from docgen.commands.known_diagnostics import (
    NO_BASELINE,
    BaselineUse,
    known_diagnostics,
    statistics,
    with_entries,
)
from docgen.commands.options import DEFAULTS, Options
from docgen.commands.report import Report, source_lines
from docgen.commands.selected_build import build_selection
from docgen.commands.selection import Selection, require_pages_or_sources, select
from docgen.config import Config
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.pages.tree import DISK, Tree
from docgen.pipeline import Stage
from docgen.reporters import summary


def lint(
    config: Config,
    paths: Sequence[str],
    *,
    select_only: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
    is_staged: bool = False,
    baseline: BaselineUse = NO_BASELINE,
    shows_statistics: bool = False,
    options: Options = DEFAULTS,
) -> Report:
    """Report the diagnostics of the pages at `paths`, or of all configured sources.

    `select_only` and `ignore` contain codes and severities; an empty `select_only` selects all.
    Diagnostics in the `baseline` are not reported, and warnings that it lacks make the report
    differ. With `shows_statistics` the result is a table of the numbers by code.
    """
    start = time.monotonic()
    require_pages_or_sources(config, paths)
    tree = _tree(config, paths, is_staged=is_staged)
    selections = select(config, paths, tree)
    if is_staged and config.targets:
        selections = _without_other_files(selections, tree)
    builds = [
        build_selection(one, options, tree, through=Stage.NAMES) for one in selections
    ]
    pages = [page for one in builds for page in one.pages]
    lines = source_lines(tree, pages)
    found = [
        (one, entry)
        for build in builds
        for one, entry in with_entries(build, lines)
        if not _matches(one, ignore) and (not select_only or _matches(one, select_only))
    ]
    is_all = not paths or not config.targets
    is_complete = is_all and not (select_only or ignore or is_staged)
    compared = known_diagnostics(found, baseline, is_complete=is_complete)
    diagnostics = sort_diagnostics(compared.new)
    counts = summary(len(pages), diagnostics, time.monotonic() - start)
    return Report(
        result=statistics(compared) if shows_statistics else "",
        diagnostics=diagnostics,
        counted_only=frozenset(diagnostics if shows_statistics else ()),
        pages=len(pages),
        lines=lines,
        summary="\n".join((counts, *compared.about)),
        differs=compared.fails,
    )


def _without_other_files(
    selections: Sequence[Selection], tree: Tree
) -> tuple[Selection, ...]:
    """Omit files outside of the configured sources: a hook passes every staged markdown file."""
    found = []
    for one in selections:
        missing = [
            path
            for path in one.target.source
            if path != "-" and not _exists(os.path.abspath(path), tree)
        ]
        if one.is_configured:
            found.append(one)
        elif missing:
            target = replace(one.target, source=tuple(missing))
            found.append(replace(one, target=target))
    return tuple(found)


def _exists(location: str, tree: Tree) -> bool:
    return tree.overrides.get(location) is not None or os.path.lexists(location)


def _tree(config: Config, paths: Sequence[str], *, is_staged: bool) -> Tree:
    if not is_staged:
        return DISK
    from docgen.commands.staged import staged_page_tree

    return staged_page_tree(config, paths)


def _matches(one: Diagnostic, names: frozenset[str]) -> bool:
    return one.code in names or one.severity in names
