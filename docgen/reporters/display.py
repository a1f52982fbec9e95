"""Make the content of a page safe for a terminal.

Control characters and characters that change the text direction could change the display of other
text, so each is replaced by a visible symbol.
"""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from docgen.source import Span

_MAX_WIDTH = 96
_BEFORE = 32
_TAB = " " * 4
_UNSAFE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_ZERO_WIDTH = {"Mn", "Me"}
_CUT = "…"


class Excerpt(Struct, frozen=True):
    """A line, or the part of it around a span, and the carets below it."""

    line: str
    carets: str


def harmless(text: str) -> str:
    """Return a string in one line, without characters that a terminal interprets."""
    if text.isprintable():
        return text
    return "".join(_symbol(char) for char in text)


def excerpt(line: str, span: Span) -> Excerpt:
    """Return the line, cut if it is long, with carets under the characters of the span."""
    first = min(span.column - 1, len(line))
    start, stop = _window(len(line), first)
    last = min(max(span.end_column - 1, first + 1), max(stop, first + 1))
    head, tail = (_CUT if start else ""), (_CUT if stop < len(line) else "")
    symbols, offsets = _shown(line[start:stop], len(head))
    before = offsets[first - start]
    under = offsets[min(last - start, len(offsets) - 1)] - before
    return Excerpt(head + symbols + tail, " " * before + "^" * max(under, 1))


def _window(length: int, first: int) -> tuple[int, int]:
    """Return the range of a long line to show, which includes `first`."""
    if length <= _MAX_WIDTH:
        return 0, length
    start = max(0, min(first - _BEFORE, length - _MAX_WIDTH))
    return start, start + _MAX_WIDTH


def _shown(text: str, column: int) -> tuple[str, Sequence[int]]:
    """Return the symbols for a string that starts in a column, and the column of each."""
    if text.isascii() and text.isprintable():
        return text, range(column, column + len(text) + 1)
    symbols = [_symbol(char) for char in text]
    return "".join(symbols), [*accumulate(map(_width, symbols), initial=column)]


def _symbol(char: str) -> str:
    if char == "\t":
        return _TAB
    if char < " ":
        return chr(0x2400 + ord(char))
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _UNSAFE else char
    )


def _width(symbol: str) -> int:
    """Return the number of terminal columns of a symbol."""
    if symbol.isascii():
        return len(symbol)
    if unicodedata.category(symbol) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(symbol) in "WF" else 1
