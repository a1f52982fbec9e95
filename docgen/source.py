r"""Places in the text of a page.

Lines and columns count from 1; a column counts characters of the decoded line, after a byte-order
mark was taken away and line ends were made `\n`. A span lies within one line.
"""

from msgspec import Struct


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """Characters `column` to `end_column` (exclusive) of line `line`."""

    line: int
    column: int = 1
    end_column: int = 1


START = Span(1)
"""Where a diagnostic points that concerns a page as a whole."""
