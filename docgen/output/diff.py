"""A plan as unified diffs, for users and for `git apply`.

For each conflict, the new code of the part follows in lines that begin with `#`, which git ignores.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from docgen.diagnostics import Code
from docgen.edits.decision import FileChange
from docgen.output.plan import Plan

if TYPE_CHECKING:
    from docgen.pycode import Part

_CONFLICT = Code.MERGE_CONFLICT.id


def differences(plan: Plan, shown: Callable[[str], str]) -> str:
    """Return the diff of each file that changes; `shown` returns the path to display."""
    changes = (_diff(change, shown(change.path)) for change in plan.changes)
    conflicts = (_conflict(path, plan, shown(path)) for path in sorted(plan.conflicts))
    return "".join(line for lines in (*changes, *conflicts) for line in lines)


def _diff(change: FileChange, path: str) -> Iterator[str]:
    from difflib import unified_diff

    before = (change.before or b"").decode("utf-8", "replace").replace("\r\n", "\n")
    yield from unified_diff(
        _split_lines(before),
        _split_lines(change.after or ""),
        "/dev/null" if change.before is None else f"a/{path}",
        "/dev/null" if change.after is None else f"b/{path}",
    )


def text_diff(path: str, before: str, after: str) -> str:
    """Return the unified diff of a file, for texts that differ."""
    from difflib import unified_diff

    one, other = _split_lines(before), _split_lines(after)
    return "".join(unified_diff(one, other, f"a/{path}", f"b/{path}"))


def _split_lines(content: str) -> list[str]:
    r"""Split at `\n` only, unlike `splitlines`."""
    if not content:
        return []
    return [line + "\n" for line in content.removesuffix("\n").split("\n")]


def _conflict(path: str, plan: Plan, shown: str) -> Iterator[str]:
    """Yield the differences between the kept and the new version of each part with a conflict."""
    conflict = plan.conflicts[path]
    kept = conflict.kept.replace("\r\n", "\n")
    for one in plan.diagnostics:
        if one.path == path and one.code == _CONFLICT:
            lines = range(one.span.line, _end_of_part(kept, one.span.line))
            yield f"# {shown}:{one.span.line}: {one.message}\n"
            yield from _compared(_split_lines(kept), _split_lines(conflict.new), lines)


def _end_of_part(source: str, line: int) -> int:
    """Return the line on which the next part begins."""
    from docgen.pycode import parse_parts

    lines = sorted(_all_lines(parse_parts(source) or ()))
    return next((one for one in lines if one > line), source.count("\n") + 2)


def _all_lines(parts: "Iterable[Part]") -> Iterator[int]:
    for part in parts:
        yield part.line
        yield from _all_lines(part.parts)


def _compared(kept: list[str], new: list[str], lines: range) -> Iterator[str]:
    """Yield the differences on some lines."""
    from difflib import SequenceMatcher

    for tag, begin, end, start, stop in SequenceMatcher(None, kept, new).get_opcodes():
        if tag != "equal" and begin < lines.stop - 1 and end >= lines.start:
            yield from (f"# -{line}" for line in kept[begin:end])
            yield from (f"# +{line}" for line in new[start:stop])
