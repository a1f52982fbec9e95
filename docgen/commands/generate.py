"""`docgen generate`: brings the output folders in line with their sources."""

from collections.abc import Sequence

from msgspec import Struct

from docgen.commands.errors import NOT_CONFIGURED, UsageError
from docgen.commands.outcome import Outcome
from docgen.commands.whole import whole
from docgen.commands.written import Run, report_of
from docgen.config import Config
from docgen.diagnostics import sort_diagnostics
from docgen.edits.decision import MERGE_EDITS, EditPolicy
from docgen.reporters import SourceLine, summary


class Wish(Struct, frozen=True, kw_only=True):
    """What is asked for: `checks` only tells, `shows` gives the differences.

    `workers` is the number of processes; what pays where it is `None`. `is_staged` takes pages
    out of git's index; `terms` are those on which what people wrote is met.
    """

    checks: bool
    shows: bool
    is_cached: bool
    workers: int | None
    is_staged: bool = False
    terms: EditPolicy = MERGE_EDITS


def generate(config: Config, paths: Sequence[str], wish: Wish) -> Outcome:
    """Write what the pages give; `paths` narrow what is written."""
    if not config.targets:
        raise UsageError(NOT_CONFIGURED)
    if wish.is_staged:
        from docgen.commands.staged import staged

        runs, advice = staged(
            config,
            wish.workers,
            checks=wish.checks,
            is_cached=wish.is_cached,
            terms=wish.terms,
        )
        return _outcome(runs, wish, advice)
    if not paths:
        runs = whole(
            config,
            wish.workers,
            checks=wish.checks,
            is_cached=wish.is_cached,
            terms=wish.terms,
        )
        return _outcome(runs, wish)
    from docgen.commands.part import part
    from docgen.commands.readings import Way

    way = Way(is_cached=wish.is_cached, workers=wish.workers)
    return _outcome(part(config, paths, way, wish.terms, checks=wish.checks), wish)


def _outcome(runs: Sequence[Run], wish: Wish, advice: str = "") -> Outcome:
    diagnostics = sort_diagnostics(one for run in runs for one in run.diagnostics)
    pages = sum(run.pages for run in runs)
    written = [run.written for run in runs if run.written]
    last = f"{report_of(written)} ({summary(pages, diagnostics)})"
    return Outcome(
        diff="".join(one.diff for one in written) if wish.shows else "",
        diagnostics=diagnostics,
        pages=pages,
        lines=_lines(runs),
        summary=f"{last}\n{advice}" if advice else last,
        differs=bool(advice) or (wish.checks and any(one.differs for one in written)),
        emptied=tuple(page for run in runs for page in run.emptied),
    )


def _lines(runs: Sequence[Run]) -> SourceLine:
    """Find a line where any of the runs knows it."""

    def line(path: str, number: int) -> str | None:
        found = (run.lines(path, number) for run in runs)
        return next((one for one in found if one is not None), None)

    return line
