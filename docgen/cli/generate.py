"""`docgen generate`: brings the output folders in line with their sources."""

import os
from collections.abc import Sequence

from click import UsageError

from docgen.cli.outcome import Outcome, told
from docgen.cli.progress import told_on_terminal
from docgen.cli.readings import Reading, holds, lies_in, own_reading, reading_of
from docgen.cli.written import Written, report_of, told_of
from docgen.config import Config, ConfigError, Target
from docgen.diagnostics import Code, Diagnostic, in_order
from docgen.output import Scope
from docgen.pipeline import files_of, views_of, written
from docgen.reporters import summary


def generate(
    config: Config, paths: Sequence[str], *, checks: bool, shows: bool
) -> Outcome:
    """Write what the pages give; `checks` only tells, `shows` gives the differences."""
    sets = _readings(config, paths)
    strange = _strange(config, paths, sets)
    made = [_made(reading, config, checks=checks) for reading in sets]
    diagnostics = in_order([*strange, *(one for _, told in made for one in told)])
    pages = tuple(page for reading in sets for page in reading.page_set.pages)
    runs = [one for one, _ in made]
    return Outcome(
        diff="".join(one.diff for one in runs) if shows else "",
        diagnostics=diagnostics,
        pages=pages,
        summary=f"{report_of(runs)} ({summary(len(pages), diagnostics)})",
        differs=checks and any(one.differs for one in runs),
    )


def _readings(config: Config, paths: Sequence[str]) -> list[Reading]:
    """Read every target that is concerned, before anything is written."""
    if not config.targets:
        raise UsageError(
            "no pyproject.toml with a [tool.docgen] was found from here up"
        )
    found = []
    for target in config.targets:
        inside = [path for path in paths if lies_in(path, target)]
        if paths and not inside:
            continue
        _refuse_missing_source(target)
        found.append(reading_of(target, inside))
        _refuse_empty(found[-1])
    return found


def _refuse_missing_source(target: Target) -> None:
    """Refuse what would make half of the output stale: a source that is not checked out."""
    for source in target.source:
        if not os.path.lexists(source):
            raise ConfigError(f"`source` names `{source}`, which does not exist")


def _refuse_empty(reading: Reading) -> None:
    if not reading.page_set.pages:
        sources = ", ".join(f"`{source}`" for source in reading.target.source)
        raise ConfigError(
            f"no page that can be read lies in {sources}; nothing was written or removed"
        )


def _strange(
    config: Config, paths: Sequence[str], sets: Sequence[Reading]
) -> tuple[Diagnostic, ...]:
    """Tell of paths that are not there; refuse those that are no page of any source."""
    left = [path for path in paths if not any(holds(one, path) for one in sets)]
    there = [path for path in left if os.path.lexists(path)]
    if there or "-" in left:
        raise UsageError(f"`{(there or left)[0]}` is no page of a configured source")
    if not left:
        return ()
    reading = own_reading(config, left)
    return told(reading.diagnostics, reading.page_set.shown, config)


def _made(
    reading: Reading, config: Config, *, checks: bool
) -> tuple[Written, tuple[Diagnostic, ...]]:
    """Go the whole way with one target."""
    target = reading.target
    schema = reading.schema()
    views = views_of(schema.value, target)
    about_pages = (*reading.diagnostics, *schema.diagnostics, *views.diagnostics)
    scope = _scope(reading, about_pages)
    wanted = [view for view in views.value.files if scope.is_about(view.pages)]
    files = files_of(told_on_terminal(wanted, "writing Python"), target)
    plan, applied = written(files, target.output, scope, checks=checks)
    done = Written(plan=plan, done=applied, output=target.output, is_done=not checks)
    named = reading.told(schema, views.diagnostics, is_all=True)
    return done, (
        *told(named, reading.page_set.shown, config),
        *told_of(done, config),
    )


def _scope(reading: Reading, diagnostics: Sequence[Diagnostic]) -> Scope:
    unreadable = Code.UNREADABLE_PAGE.value.name
    is_all = reading.named == (".",)
    named = (p.path for p in reading.page_set.pages if reading.is_named(p.path))
    return Scope(
        pages=None if is_all else frozenset(named),
        removes=is_all,
        unreadable=tuple(one.path for one in diagnostics if one.code == unreadable),
    )
