r"""The text of a page: lines and offsets, and the result of edits.

Offsets count characters of the decoded text, in which every line ends in `\n`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias

from docgen.fixes.fix import Edit, Position

Range: TypeAlias = tuple[int, int, str]
"""Start, end and new text of an edit, as offsets."""


class PageText:
    """The decoded text of a page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: Sequence[str] = text.split("\n")
        self._starts = [
            0,
            *accumulate(len(line) + 1 for line in self.lines[:-1]),
        ]

    def line(self, number: int) -> str:
        """Return a line, from 1; an empty one outside of the page."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def offset(self, position: Position) -> int | None:
        """Return the offset of a position; `None` if the page does not have it."""
        line, column = position.line, position.column
        if not 0 < line <= len(self.lines):
            return None
        if not 0 < column <= len(self.lines[line - 1]) + 1:
            return None
        return self._starts[line - 1] + column - 1

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def end_of(self, line: int) -> Position:
        """Return the position after the last character of a line."""
        return Position(line, len(self.line(line)) + 1)

    def ranges(self, edits: Iterable[Edit]) -> list[Range] | None:
        """Return the edits as offsets; `None` if the page does not have a position."""
        found: list[Range] = []
        for edit in sorted(edits):
            start, end = self.offset(edit.start), self.offset(edit.end)
            if start is None or end is None or end < start:
                return None
            found.append((start, end, edit.text))
        return found

    def edited(self, ranges: Iterable[Range]) -> str:
        """Return the text after edits, which are sorted and disjoint."""
        parts: list[str] = []
        done = 0
        for start, end, text in ranges:
            parts += (self.text[done:start], text)
            done = end
        return "".join((*parts, self.text[done:]))


def moved(offset: int, ranges: Iterable[Range]) -> int:
    """Return where the character at an offset is after edits."""
    shift = 0
    for start, end, text in ranges:
        if start > offset:
            break
        if end <= offset:
            shift += len(text) - (end - start)
        else:
            return start + shift + min(offset - start, len(text))
    return offset + shift
