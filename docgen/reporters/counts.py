"""Diagnostics counted by code, the most frequent first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from docgen.diagnostics import Diagnostic, Severity
from docgen.diagnostics.codes import BY_NAME
from docgen.reporters.colour import Palette
from docgen.reporters.text_report import SourceLine, text_report

MANY = 20
"""Warnings that `grouped_report` shows one by one, at most."""

_SHOW_ALL = "show all: docgen lint"


def counts_report(diagnostics: Iterable[Diagnostic], colours: Palette) -> str:
    """Return a line for each code and severity."""
    counts = Counter((one.severity, one.code) for one in diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][1]))
    return "".join(
        f"{count:8,} {colours.of(severity)}{severity.value:8}{colours.end}"
        f"{code:24} {BY_NAME[code].value.summary}\n"
        for (severity, code), count in rows
    )


def grouped_report(
    diagnostics: Sequence[Diagnostic], source_line: SourceLine, colours: Palette
) -> str:
    """Return the text report; if there are many warnings and notes on pages, they are counted.

    Errors are shown one by one; so are diagnostics of generated files, which only this run reports.
    """
    counted = [one for one in diagnostics if _is_minor(one)]
    if len(counted) <= MANY:
        return text_report(diagnostics, source_line, colours)
    shown = (one for one in diagnostics if not _is_minor(one))
    return (
        text_report(shown, source_line, colours)
        + counts_report(counted, colours)
        + f"{colours.help}{_SHOW_ALL}{colours.end}\n"
    )


def _is_minor(one: Diagnostic) -> bool:
    return one.severity is not Severity.ERROR and one.path.lower().endswith(".md")
