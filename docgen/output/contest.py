"""What docgen would write where people changed the same, as lines that git passes over."""

from collections.abc import Iterable, Iterator

from docgen.diagnostics import Code
from docgen.output.lines import split_lines
from docgen.output.plan import Plan
from docgen.pycode import Part, reading

_CONFLICT = Code.MERGE_CONFLICT.value.name


def contest_lines(path: str, plan: Plan, shown: str) -> Iterator[str]:
    """Give today's text of what is in conflict, beside the text that stays."""
    contest = plan.conflicts[path]
    kept = contest.kept.replace("\r\n", "\n")
    for one in plan.diagnostics:
        if one.path == path and one.code == _CONFLICT:
            lines = range(one.span.line, _end(kept, one.span.line))
            yield f"# {shown}:{one.span.line}: {one.message}\n"
            yield from _beside(split_lines(kept), split_lines(contest.new), lines)


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
