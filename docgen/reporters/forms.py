"""The forms that a report can have, by the names that `--output-format` knows."""

from collections.abc import Sequence

from docgen.diagnostics import Diagnostic
from docgen.reporters.colour import Palette
from docgen.reporters.json_report import json_report
from docgen.reporters.text import SourceLine, concise_report, text_report

FORMS = ("text", "concise", "json")


def report(
    form: str,
    diagnostics: Sequence[Diagnostic],
    pages: int,
    source_line: SourceLine,
    colours: Palette,
) -> str:
    """Give a report of a form; `pages` is how many were read."""
    if form == "json":
        return json_report(diagnostics, pages)
    if form == "concise":
        return concise_report(diagnostics, colours)
    return text_report(diagnostics, source_line, colours)
