"""`docgen lint`: diagnostics alone."""

from collections.abc import Sequence

from click import UsageError

from docgen.cli.outcome import Outcome, told
from docgen.cli.readings import Reading, readings
from docgen.config import Config
from docgen.diagnostics import Diagnostic, in_order
from docgen.pipeline import views_of
from docgen.reporters import summary


def lint(
    config: Config,
    paths: Sequence[str],
    selected: frozenset[str],
    ignored: frozenset[str],
) -> Outcome:
    """Tell what there is to tell about the named pages."""
    if not paths and not config.targets:
        raise UsageError("name pages or folders: no source is configured here")
    sets = readings(config, paths)
    diagnostics = in_order(
        one
        for reading in sets
        for one in told(_diagnostics(reading), reading.page_set.shown, config)
        if one.code not in ignored and (not selected or one.code in selected)
    )
    pages = tuple(
        page
        for reading in sets
        for page in reading.page_set.pages
        if reading.is_named(page.path)
    )
    return Outcome(
        diagnostics=diagnostics,
        pages=pages,
        summary=summary(len(pages), diagnostics),
    )


def _diagnostics(reading: Reading) -> list[Diagnostic]:
    """Go as far as `generate` does before it renders: names are told of there."""
    schema = reading.schema()
    views = views_of(schema.value, reading.target)
    found = (*reading.diagnostics, *schema.diagnostics, *views.diagnostics)
    return [one for one in found if reading.is_named(one.path)]
