"""Changes as workflow commands of GitHub, at the new line, or at that of what was removed."""

from collections.abc import Iterable

from docgen.changes.model import Category, Change
from docgen.reporters.changes_text import message_with_operation, used_lines
from docgen.reporters.github import workflow_command


def github_changes(changes: Iterable[Change], *, shows_all: bool) -> str:
    """Return a command for each change; without `shows_all`, not for those of DOCS."""
    shown = (one for one in changes if shows_all or one.category is not Category.DOCS)
    return "".join(f"{_command(one)}\n" for one in shown)


def _command(one: Change) -> str:
    source = one.new or one.old
    place = {"file": source.path, "line": str(source.line)} if source else {}
    subject = one.type or ""
    breaking = "breaking, " if one.breaking else ""
    return workflow_command(
        "warning" if one.breaking else "notice",
        {**place, "title": f"docgen diff: {one.kind} ({breaking}{one.category})"},
        (
            f"{subject}: {message_with_operation(one)}"
            if subject
            else message_with_operation(one)
        ),
        *(f"{title}: {shown}" for title, shown in used_lines(one)),
    )
