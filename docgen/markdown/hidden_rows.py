"""Hidden rows: report each table row of the text that no table contains.

This check is independent of all other passes. A comment or a fence may hide rows on purpose, but
also because it is unclosed and another one closes it, and then nothing else reports the rows.

    rows := line delimiter-row row*   -- the line and the delimiter row have a pipe
    row  := a line with a pipe        -- comments may be between rows

The check ignores comments and fences, so a wrongly closed one makes no difference.
"""

import re
from collections.abc import Iterable, Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.markdown.page import Section, Table
from docgen.markdown.table_lines import is_delimiter
from docgen.regex import Regex
from docgen.source import Span

_DELIMITER = Regex(r"^[ \t\u00a0>|]*+:?-[-:| \t\u00a0]*+$", re.MULTILINE)
_OPENING, _CLOSING = "<!--", "-->"
_EMPTY_CELLS = " |\t"


def hidden_rows(
    path: str,
    text: str,
    sections: Iterable[Section],
    reported: Iterable[Diagnostic],
    ignored_lines: Iterable[int] = (),
) -> tuple[Diagnostic, ...]:
    """Report each row of `text` that is in no section and on the line of no diagnostic.

    The `ignored_lines` (from 0) are not rows.
    """
    if not _DELIMITER.search(text):
        return ()
    known = {each.span.line for each in reported} | set(_table_rows(sections))
    known.update(line + 1 for line in ignored_lines)
    return tuple(
        _hidden(path, line, row) for line, row in _text_rows(text) if line not in known
    )


def _table_rows(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from (row.span.line for row in block.rows)


def _text_rows(text: str) -> Iterator[tuple[int, str]]:
    """Return the rows in `text` with their line numbers."""
    in_table = in_comment = had_pipe = False
    for number, line in enumerate(text.split("\n"), 1):
        has_pipe = "|" in line
        if has_pipe and had_pipe and is_delimiter(line):
            in_table = True
        elif has_pipe and in_table and line.strip(_EMPTY_CELLS):
            yield number, line
        in_comment = in_comment or line.lstrip().startswith(_OPENING)
        in_table = in_table and (has_pipe or in_comment)
        in_comment = in_comment and _CLOSING not in line
        had_pipe = has_pipe


def _hidden(path: str, line: int, row: str) -> Diagnostic:
    indent = len(row) - len(row.lstrip())
    message = f"row {quote(row)} is hidden by a comment or a code block"
    advice = (
        "close the comment or code block before it; if the row is hidden on purpose, "
        "add `<!-- docgen: ignore-page hidden-row -->`"
    )
    span = Span(line, indent + 1, len(row) + 1)
    return diagnostic(Code.HIDDEN_ROW, message, path, span, advice)
