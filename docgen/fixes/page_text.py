r"""The text of a page: lines and offsets, and the result of edits.

Offsets count characters of the decoded text, in which every line ends in `\n`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Self, TypeAlias

from docgen.fixes.fix import Edit, Position
from docgen.markdown.decoding import decode, raw_text
from docgen.regex import Regex

NEWLINE = Regex(r"\r\n|\r|\n")

Range: TypeAlias = tuple[int, int, str]
"""Start, end and new text of an edit, as offsets."""


class PageText:
    r"""The decoded text of a page; `newlines` are its own line endings if they are not all `\n`."""

    def __init__(self, text: str, newlines: Sequence[str] = ()) -> None:
        self.text = text
        self._newlines = newlines
        self.lines: Sequence[str] = text.split("\n")
        self._starts = [
            0,
            *accumulate(len(line) + 1 for line in self.lines[:-1]),
        ]

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Return the text of the bytes of a page."""
        is_plain = b"\r" not in content
        newlines = () if is_plain else NEWLINE.findall(raw_text(content).text)
        return cls(decode("", content).value, newlines)

    def newline(self, line: int) -> str:
        """Return the line ending of a line; that of the line before for the last one."""
        near = self._newlines[line - 1 : line] or self._newlines[-1:]
        return near[0] if near else "\n"

    def line(self, number: int) -> str:
        """Return a line, from 1; an empty one outside of the page."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def title_above(self, number: int) -> str:
        """Return the title of the section of a line; empty if there is none."""
        titles = self._titles
        index = bisect_right(titles, number, key=lambda one: one[0])
        return titles[index - 1][1] if index else ""

    @cached_property
    def _titles(self) -> Sequence[tuple[int, str]]:
        """The line and the title of each heading."""
        lines = ((number, line.strip()) for number, line in enumerate(self.lines, 1))
        return [
            (number, line.lstrip("#").strip().rstrip("# \t"))
            for number, line in lines
            if line.startswith("#")
        ]

    def first_row(self, number: int) -> int:
        """Return the number of the first of the rows that end with a line; 0 if it is none.

        Each of them has at least two cells.
        """
        return self._first_rows[number - 1] if 0 < number <= len(self.lines) else 0

    @cached_property
    def _first_rows(self) -> Sequence[int]:
        found: list[int] = []
        first = 0
        for number, line in enumerate(self.lines, 1):
            first = (first or number) if _has_cells(line.strip()) else 0
            found.append(first)
        return found

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


def _has_cells(row: str) -> bool:
    return row.startswith("|") and sum(map(bool, map(str.strip, row.split("|")))) > 1
