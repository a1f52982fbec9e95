"""Rows that no table holds: a page's text and its sections enter, a note for each such row leaves.

This is the net below all other passes. A comment or a block of code may hide rows on purpose, but
also because one that lost its end pairs with another, and then nothing else would tell of it.

    rows := line delimiter-row row*   -- the line and the delimiter row have a pipe
    row  := a line with a pipe        -- comments may stand between rows

What hides them is left out of account, so that no wrong pairing can matter here.
"""

import re
from collections.abc import Iterable, Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.markdown.page import Section, Table
from docgen.markdown.table_shape import is_delimiter
from docgen.source import Span

_DELIMITER = re.compile(r"^[ \t\u00a0>|]*+:?-[-:| \t\u00a0]*+$", re.MULTILINE)
_OPENING, _CLOSING = "<!--", "-->"
_NO_INK = " |\t"


def hidden_rows(
    path: str, text: str, sections: Iterable[Section], told: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Give a note for each row of `text` that no section holds and that nothing tells of."""
    if not _DELIMITER.search(text):
        return ()
    seen = {each.span.line for each in told} | set(_read_lines(sections))
    return tuple(
        _hidden(path, line, row)
        for line, row in _written_rows(text)
        if line not in seen
    )


def _read_lines(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from (row.span.line for row in block.rows)


def _written_rows(text: str) -> Iterator[tuple[int, str]]:
    """Give the rows and the numbers of their lines."""
    is_table = is_comment = was_piped = False
    for number, line in enumerate(text.split("\n"), 1):
        is_piped = "|" in line
        if is_piped and was_piped and is_delimiter(line):
            is_table = True
        elif is_piped and is_table and line.strip(_NO_INK):
            yield number, line
        is_comment = is_comment or line.lstrip().startswith(_OPENING)
        is_table = is_table and (is_piped or is_comment)
        is_comment = is_comment and _CLOSING not in line
        was_piped = is_piped


def _hidden(path: str, line: int, row: str) -> Diagnostic:
    indent = len(row) - len(row.lstrip())
    return diagnostic(
        Code.HIDDEN_ROW,
        f"the row {quote(row)} is in no table: a comment or a block of code hides it",
        path,
        Span(line, indent + 1, len(row) + 1),
        "close the comment or the block of code before it, or delete the row",
    )
