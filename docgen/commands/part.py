"""`docgen generate PAGES`: the whole source is read, and what the named pages give is written."""

import os
from collections.abc import Sequence

from msgspec.structs import replace

from docgen.cli.progress import told_on_terminal
from docgen.commands.errors import UsageError
from docgen.commands.lines import source_line
from docgen.commands.outcome import no_line, told
from docgen.commands.readings import (
    Reading,
    Way,
    holds,
    lies_in,
    own_reading,
    reading_of,
)
from docgen.commands.source import refuse_empty, refuse_missing_source
from docgen.commands.written import Run, Written, told_of
from docgen.config import Config
from docgen.diagnostics import Code, Diagnostic
from docgen.edits.decision import EditPolicy
from docgen.output.plan import WriteScope
from docgen.pipeline import files_of, views_of, written


def part(
    config: Config, paths: Sequence[str], way: Way, terms: EditPolicy, *, checks: bool
) -> Sequence[Run]:
    """Write what the named pages give, or tell what that would take."""
    sets = _readings(config, paths, way)
    strange = _strange(config, paths, sets)
    lost = Run(written=None, diagnostics=strange, pages=0, lines=no_line)
    return [lost, *(_run(reading, config, terms, checks=checks) for reading in sets)]


def _readings(config: Config, paths: Sequence[str], way: Way) -> list[Reading]:
    """Read every target that is concerned, before anything is written."""
    found = []
    for target in config.targets:
        inside = [path for path in paths if lies_in(path, target)]
        if inside:
            refuse_missing_source(target)
            found.append(reading_of(target, inside, way))
            refuse_empty(target, len(found[-1].page_set.pages))
    return found


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


def _run(reading: Reading, config: Config, terms: EditPolicy, *, checks: bool) -> Run:
    """Go the whole way with one target."""
    target = reading.target
    schema = reading.schema()
    scope = _scope(reading, (*reading.diagnostics, *schema.diagnostics))
    views = views_of(schema.value, target, scope.pages)
    wanted = told_on_terminal(views.value.files, "writing Python")
    files = files_of(wanted, target)
    scope = replace(scope, policy=terms)
    plan, applied = written(files, target.output, scope, checks=checks)
    done = Written(plan=plan, done=applied, output=target.output, is_done=not checks)
    named = reading.told(schema, views.diagnostics, is_all=True)
    return Run(
        written=done,
        diagnostics=(
            *told(named, reading.page_set.shown, config),
            *told_of(done, config),
        ),
        pages=len(reading.page_set.pages),
        lines=source_line(reading.page_set.pages),
    )


def _scope(reading: Reading, diagnostics: Sequence[Diagnostic]) -> WriteScope:
    unreadable = Code.UNREADABLE_PAGE.value.name
    named = (p.path for p in reading.page_set.pages if reading.is_named(p.path))
    return WriteScope(
        pages=frozenset(named),
        removes=False,
        unreadable=tuple(one.path for one in diagnostics if one.code == unreadable),
    )
