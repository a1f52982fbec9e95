"""The forms that a report can have, by the names that `--output-format` knows.

Most runs need but the text; the others are imported when they are asked for.
"""

from collections.abc import Mapping, Sequence

from docgen.diagnostics import Diagnostic
from docgen.reporters.colour import Palette
from docgen.reporters.text import SourceLine, concise_report, text_report

FORMS = ("text", "concise", "counts", "json", "github", "sarif")


def report(
    form: str,
    diagnostics: Sequence[Diagnostic],
    pages: int,
    source_line: SourceLine,
    colours: Palette,
) -> str:
    """Give a report of a form; `pages` is how many were read."""
    match form:
        case "json":
            from docgen.reporters.json_report import json_report

            return json_report(diagnostics, pages)
        case "github":
            from docgen.reporters.github import github_report

            return github_report(diagnostics)
        case "sarif":
            from docgen.reporters.sarif import sarif_report

            return sarif_report(diagnostics)
        case "counts":
            from docgen.reporters.counts import counts_report

            return counts_report(diagnostics, colours)
        case "concise":
            return concise_report(diagnostics, colours)
        case _:
            return text_report(diagnostics, source_line, colours)


def usual_form(environment: Mapping[str, str]) -> str:
    """Give the form for those who name none: GitHub's own where it runs."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
