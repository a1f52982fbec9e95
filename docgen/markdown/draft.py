"""The text of a page on its way through the passes that come before markdown.

A pass takes what it understands out of the text by putting blanks in its place, so that every
line and column stays where it is.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

_INK = re.compile(r"[^\n]+")


class Draft(Struct, frozen=True, kw_only=True):
    """The text that the next pass reads. Lines are counted from 0.

    `passed_over` holds the lines that are no part of the page, though they stand in it; a table
    goes on across them. `fence_ends` tells of each fence that is never closed, by the line of its
    opening, before which line it ends.
    """

    text: str
    passed_over: frozenset[int] = frozenset()
    fence_ends: Mapping[int, int] = field(default_factory=dict)


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Give `text` with blanks in the `ranges` (in order, start and end), line ends kept."""
    parts: list[str] = []
    done = 0
    for start, end in ranges:
        parts.append(text[done:start])
        parts.append(_INK.sub(lambda ink: " " * len(ink[0]), text[start:end]))
        done = end
    parts.append(text[done:])
    return "".join(parts)


class Places:
    """Gives the lines and columns of offsets that are asked for in rising order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset = 0
        self._line = 0
        self._line_start = 0

    def of(self, offset: int) -> tuple[int, int]:
        """Give the line of the offset and its column, both counted from 0."""
        self._line += self._text.count("\n", self._offset, offset)
        line_start = self._text.rfind("\n", self._offset, offset) + 1
        self._line_start = line_start or self._line_start
        self._offset = offset
        return self._line, offset - self._line_start
