"""`docgen export`: the schema, for other tools."""

from collections.abc import Sequence

from docgen.commands.lines import source_line
from docgen.commands.outcome import Outcome, told
from docgen.commands.readings import own_reading
from docgen.config import Config
from docgen.diagnostics import (
    Code,
    Diagnostic,
    apply_severities,
    diagnostic,
    sort_diagnostics,
)
from docgen.output.alone import write_alone
from docgen.pipeline import exported
from docgen.reporters import summary
from docgen.source import START


def export(
    config: Config, paths: Sequence[str], form: str, file: str | None
) -> Outcome:
    """Give the schema of the pages at `paths` in a form, or write it to a file."""
    reading = own_reading(config, paths)
    schema = reading.schema()
    found = reading.told(schema)
    text = exported(
        schema.value, form, sort_diagnostics(apply_severities(found, config.severities))
    )
    diagnostics = told(found, reading.page_set.shown, config)
    return Outcome(
        result=text if file is None else "",
        diagnostics=(*diagnostics, *(_written(file, text) if file else ())),
        pages=len(reading.page_set.pages),
        lines=source_line(reading.page_set.pages),
        summary=summary(len(reading.page_set.pages), diagnostics),
    )


def _written(file: str, text: str) -> tuple[Diagnostic, ...]:
    try:
        write_alone(file, text)
    except OSError as error:
        message = f"`{file}` could not be written: {error.strerror}"
        return (diagnostic(Code.UNWRITABLE_OUTPUT, message, file, START),)
    return ()
