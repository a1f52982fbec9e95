"""A plan as unified diffs, for people and for `git apply`.

What docgen would write where people and it changed the same stands below them, in lines that begin
with `#`: git passes these over.
"""

from collections.abc import Callable, Iterable, Iterator

from docgen.definitions import Part, reading
from docgen.diagnostics import Code
from docgen.output.values import Change, Plan

_CONFLICT = Code.MERGE_CONFLICT.value.name


def differences(plan: Plan, shown: Callable[[str], str]) -> str:
    """Give the diff of each file that changes; `shown` tells what its path is called."""
    changes = (_lines(change, shown(change.path)) for change in plan.changes)
    contests = (_contest(path, plan, shown(path)) for path in sorted(plan.contests))
    return "".join(line for lines in (*changes, *contests) for line in lines)


def _lines(change: Change, path: str) -> Iterator[str]:
    from difflib import unified_diff

    yield from unified_diff(
        _split(_text(change.before)),
        _split(change.after or ""),
        "/dev/null" if change.before is None else f"a/{path}",
        "/dev/null" if change.after is None else f"b/{path}",
    )


def _text(content: bytes | None) -> str:
    return (content or b"").decode("utf-8", "replace").replace("\r\n", "\n")


def _split(text: str) -> list[str]:
    """Split at line ends alone; `splitlines` knows others."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []


def _contest(path: str, plan: Plan, shown: str) -> Iterator[str]:
    """Give today's text of what is in conflict, beside the text that stays."""
    contest = plan.contests[path]
    kept = contest.kept.replace("\r\n", "\n")
    for one in plan.diagnostics:
        if one.path == path and one.code == _CONFLICT:
            lines = range(one.span.line, _end(kept, one.span.line))
            yield f"# {shown}:{one.span.line}: {one.message}\n"
            yield from _beside(_split(kept), _split(contest.new), lines)


def _end(text: str, line: int) -> int:
    """Give the line on which the next part begins."""
    lines = sorted(_all_lines(reading(text) or ()))
    return next((one for one in lines if one > line), text.count("\n") + 2)


def _all_lines(parts: Iterable[Part]) -> Iterator[int]:
    for part in parts:
        yield part.line
        yield from _all_lines(part.parts)


def _beside(kept: list[str], new: list[str], lines: range) -> Iterator[str]:
    """Give what differs on some lines."""
    from difflib import SequenceMatcher

    for tag, begin, end, start, stop in SequenceMatcher(None, kept, new).get_opcodes():
        if tag != "equal" and begin < lines.stop - 1 and end >= lines.start:
            yield from (f"# -{line}" for line in kept[begin:end])
            yield from (f"# +{line}" for line in new[start:stop])
