"""Text from a page, made fit for a terminal.

Control characters and those that turn the direction of writing would let a page change what its
reader sees, so each is shown as a sign in its place.
"""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from docgen.source import Span

_WIDEST = 96
_BEFORE = 32
_TAB = " " * 4
_HARMFUL = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_UNSEEN = {"Mn", "Me"}
_CUT = "…"


class Excerpt(Struct, frozen=True):
    """A line, or the part of it around a span, and what stands below it."""

    line: str
    carets: str


def harmless(text: str) -> str:
    """Give a text on one line, without characters that a terminal acts on."""
    if text.isprintable():
        return text
    return "".join(_sign(char) for char in text)


def excerpt(line: str, span: Span) -> Excerpt:
    """Give the line, cut where it is long, with carets under the characters of the span."""
    first = min(span.column - 1, len(line))
    start, stop = _window(len(line), first)
    last = min(max(span.end_column - 1, first + 1), max(stop, first + 1))
    head, tail = (_CUT if start else ""), (_CUT if stop < len(line) else "")
    signs, offsets = _shown(line[start:stop], len(head))
    before = offsets[first - start]
    under = offsets[min(last - start, len(offsets) - 1)] - before
    return Excerpt(head + signs + tail, " " * before + "^" * max(under, 1))


def _window(length: int, first: int) -> tuple[int, int]:
    """Give which characters of a long line are shown, so that `first` is among them."""
    if length <= _WIDEST:
        return 0, length
    start = max(0, min(first - _BEFORE, length - _WIDEST))
    return start, start + _WIDEST


def _shown(text: str, column: int) -> tuple[str, Sequence[int]]:
    """Give the signs for a text that begins in a column, and the columns before each of them."""
    if text.isascii() and text.isprintable():
        return text, range(column, column + len(text) + 1)
    signs = [_sign(char) for char in text]
    return "".join(signs), [*accumulate(map(_width, signs), initial=column)]


def _sign(char: str) -> str:
    if char == "\t":
        return _TAB
    if char < " ":
        return chr(0x2400 + ord(char))
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _HARMFUL else char
    )


def _width(sign: str) -> int:
    """Give how many columns of a terminal a sign takes."""
    if sign.isascii():
        return len(sign)
    if unicodedata.category(sign) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
