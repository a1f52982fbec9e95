"""Fences: where blocks of code begin and end, before markdown is read.

A fence that is never closed ends where the next one, a heading, a comment or a table row begins, so
that it does not hide the page.
"""

import re

from msgspec import Struct

# A fence may stand in quotes and lists. No backtick stands behind those of an opening.
_MARKS = re.compile(r"`{3}|~{3}")
_OPENING = re.compile(
    r"[ \t>]*+(?>(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*)(?:(`{3,}+)[^`\n]*+|(~{3,}+)[^\n]*+)"
    r"(?=\n|\Z)"
)
_LINE = re.compile(r"\n[ \t>]*+(`{3,}+|~{3,}+)([^`\n]*+)(?=\n|\Z)")
_OTHER_BLOCK = re.compile(r"\n(?=[ \t]*+(?:#{1,6}[ \t]|<!--|\|))")


class FenceSpan(Struct, frozen=True):
    """A fence from the line of its opening to the end of its last line, as offsets."""

    start: int
    end: int
    is_closed: bool = True


def next_fence(text: str, position: int) -> FenceSpan | None:
    """Give the first fence whose opening begins on or behind the line of `position`."""
    while marks := _MARKS.search(text, position):
        line_start = text.rfind("\n", 0, marks.start()) + 1
        if found := _OPENING.match(text, line_start):
            return _fence(text, line_start, found)
        line_end = text.find("\n", marks.end())
        position = len(text) if line_end < 0 else line_end
    return None


def _fence(text: str, start: int, opening: re.Match[str]) -> FenceSpan:
    marks = opening[1] or opening[2]
    limit = len(text)
    for line in _LINE.finditer(text, opening.end()):
        if line[1].startswith(marks):
            if not line[2].strip():
                return FenceSpan(start, line.end())
            limit = line.start()
            break
    other = _OTHER_BLOCK.search(text, opening.end(), limit)
    return FenceSpan(start, other.start() if other else limit, is_closed=False)
