r"""Positions in the text of a page.

Lines and columns count from 1; a column counts characters of the decoded line, without a
byte-order mark and with `\n` as the only line ending. A span is within one line.
"""

from msgspec import Struct


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """Characters `column` to `end_column` (exclusive) of line `line`."""

    line: int
    column: int = 1
    end_column: int = 1


def shifted(span: Span, columns: int) -> Span:
    """Return a span so many columns to the right."""
    return Span(span.line, span.column + columns, span.end_column + columns)


START = Span(1)
"""The position of a diagnostic that concerns a whole page."""
