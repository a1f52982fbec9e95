"""`docgen lint`: diagnostics alone."""

import time
from collections.abc import Sequence

from docgen.commands.errors import UsageError
from docgen.commands.lines import source_line
from docgen.commands.outcome import Outcome, told
from docgen.commands.readings import Reading, Way, readings
from docgen.config import Config
from docgen.diagnostics import Diagnostic, sort_diagnostics
from docgen.overlay import NOTHING_ELSE, Overlay
from docgen.rebuild.about import about
from docgen.reporters import summary


def lint(
    config: Config,
    paths: Sequence[str],
    selected: frozenset[str],
    ignored: frozenset[str],
    *,
    is_staged: bool,
    is_cached: bool,
) -> Outcome:
    """Tell what there is to tell about the named pages.

    What is `selected` and not `ignored`, codes and severities, is told; none selected means all.
    """
    begin = time.monotonic()
    if not paths and not config.targets:
        raise UsageError("name pages or folders: no source is configured here")
    overlay = _overlay(config, paths, is_staged=is_staged)
    sets = readings(config, paths, Way(overlay=overlay, is_cached=is_cached))
    diagnostics = sort_diagnostics(
        one
        for reading in sets
        for one in told(_diagnostics(reading), reading.page_set.shown, config)
        if not _is_among(one, ignored) and (not selected or _is_among(one, selected))
    )
    pages = tuple(
        page
        for reading in sets
        for page in reading.page_set.pages
        if reading.is_named(page.path)
    )
    return Outcome(
        diagnostics=diagnostics,
        pages=len(pages),
        lines=source_line(pages),
        summary=summary(len(pages), diagnostics, time.monotonic() - begin),
    )


def _overlay(config: Config, paths: Sequence[str], *, is_staged: bool) -> Overlay:
    if not is_staged:
        return NOTHING_ELSE
    from docgen.commands.staged import staged_pages

    return staged_pages(config, paths)


def _is_among(one: Diagnostic, names: frozenset[str]) -> bool:
    return one.code in names or one.severity in names


def _diagnostics(reading: Reading) -> tuple[Diagnostic, ...]:
    found = about(reading.work, reading.diagnostics)
    return tuple(one for one in found if reading.is_named(one.path))
