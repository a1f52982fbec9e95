"""A plan as unified diffs, for people and for `git apply`.

What docgen would write where people and it changed the same stands below them, in lines that begin
with `#`: git passes these over.
"""

from collections.abc import Callable, Iterator

from docgen.edits.decision import FileChange
from docgen.output.lines import split_lines
from docgen.output.plan import Plan


def differences(plan: Plan, shown: Callable[[str], str]) -> str:
    """Give the diff of each file that changes; `shown` tells what its path is called."""
    changes = (_lines(change, shown(change.path)) for change in plan.changes)
    contests = (_contest(path, plan, shown(path)) for path in sorted(plan.conflicts))
    return "".join(line for lines in (*changes, *contests) for line in lines)


def _contest(path: str, plan: Plan, shown: str) -> Iterator[str]:
    from docgen.output.contest import contest_lines

    return contest_lines(path, plan, shown)


def _lines(change: FileChange, path: str) -> Iterator[str]:
    from difflib import unified_diff

    yield from unified_diff(
        split_lines(_text(change.before)),
        split_lines(change.after or ""),
        "/dev/null" if change.before is None else f"a/{path}",
        "/dev/null" if change.after is None else f"b/{path}",
    )


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8", "replace").replace("\r\n", "\n")
