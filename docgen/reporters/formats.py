"""The formats of reports, by the names that `--output-format` takes.

Most runs need only text; the others are imported when they are used.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docgen.diagnostics import Diagnostic
from docgen.reporters.colour import Palette
from docgen.reporters.text_report import SourceLine, concise_report, text_report

if TYPE_CHECKING:
    from docgen.fixes.fix import FixOf

FORMATS = ("text", "concise", "counts", "json", "github", "sarif", "rdjson")


def report(
    form: str,
    diagnostics: Sequence[Diagnostic],
    pages: int,
    source_line: SourceLine,
    fix_of: "FixOf | None",
    colours: Palette,
) -> str:
    """Return a report in a format, or in `grouped`; `pages` is the number of pages read."""
    match form:
        case "json":
            from docgen.reporters.json_report import json_report

            return json_report(diagnostics, pages, fix_of)
        case "github":
            from docgen.reporters.github import github_report

            return github_report(diagnostics)
        case "sarif":
            from docgen.reporters.sarif import sarif_report

            return sarif_report(diagnostics, fix_of)
        case "rdjson":
            from docgen.reporters.rdjson import rdjson_report

            return rdjson_report(diagnostics, source_line, fix_of)
        case "counts":
            from docgen.reporters.counts import counts_report

            return counts_report(diagnostics, colours)
        case "grouped" if diagnostics:
            from docgen.reporters.counts import grouped_report

            return grouped_report(diagnostics, source_line, colours)
        case "concise":
            return concise_report(diagnostics, colours)
        case _:
            return text_report(diagnostics, source_line, colours)


def default_format(environment: Mapping[str, str], default: str = "text") -> str:
    """Return the format to use if none is named: `github` in a GitHub workflow."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else default
