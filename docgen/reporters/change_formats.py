"""The formats of `docgen diff`, by the names that `--output-format` takes."""

from collections.abc import Sequence

from docgen.changes.model import Change
from docgen.reporters.colour import Palette

CHANGE_FORMATS = ("text", "markdown", "json", "github")


def changes_report(
    form: str, changes: Sequence[Change], colours: Palette, *, shows_all: bool
) -> str:
    """Return a report in a format; without `shows_all`, text counts changes of DOCS."""
    match form:
        case "markdown":
            from docgen.reporters.changes_markdown import markdown_changes

            return markdown_changes(changes)
        case "json":
            from docgen.reporters.changes_json import json_changes

            return json_changes(changes)
        case "github":
            from docgen.reporters.changes_github import github_changes

            return github_changes(changes, shows_all=shows_all)
        case _:
            from docgen.reporters.changes_text import text_changes

            return text_changes(changes, colours, shows_all=shows_all)


def is_changes_report(content: bytes) -> bool:
    """Return whether docgen wrote a report of changes, as markdown or as JSON."""
    from docgen.reporters.changes_json import is_json_changes
    from docgen.reporters.changes_markdown import is_markdown_changes

    return is_markdown_changes(content) or is_json_changes(content)
