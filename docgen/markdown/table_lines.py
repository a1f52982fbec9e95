"""Which lines are a table: a rule for markdown-it-py in the place of its own.

    table     := header delimiter row*      -- as GFM has it, but with any number of columns each
               | header row+                -- the delimiter row is missing
               | delimiter row*             -- the header is missing
               | row+                       -- both are
    row       := "|" anything | anything "|" anything
    more      := a line behind a row that lacks its last pipe, in a table whose rows begin with one

It goes on across lines that are no part of the page. It only finds the lines; what they hold is
read by `tables`.
"""

from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from msgspec import Struct

from docgen.markdown.piece import Piece, piece_at
from docgen.markdown.table_shape import (
    begins_delimiter,
    is_delimiter,
    is_header,
    is_only_header,
    is_plain_delimiter,
)

TABLE = "pipe_table"
PASSED_OVER = "passed_over"


class TableLines(Struct, frozen=True, kw_only=True):
    """The lines of a table. Where it has no header or no delimiter row, that is None."""

    header: Piece | None
    delimiter: Piece | None
    rows: tuple[Piece, ...]


def pipe_table(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take the lines of a table that begins at `line`, if one does."""
    first = piece_at(state, line)
    if "|" not in first.text and not is_only_header(first.text):
        return False
    head = _head(state, first, line, end)
    if head is None or silent:
        return head is not None
    header, delimiter = head
    last = delimiter or header
    begin = line if last is None else last.line
    is_piped = (header or first).text.startswith("|")
    rows = tuple(_rows(state, begin, end, is_piped))
    state.line = rows[-1].line if rows else begin
    token = state.push(TABLE, "", 0)
    token.map = [line, state.line]
    token.meta = {TABLE: TableLines(header=header, delimiter=delimiter, rows=rows)}
    return True


def _head(
    state: StateBlock, first: Piece, line: int, end: int
) -> tuple[Piece | None, Piece | None] | None:
    """Give the header and the delimiter row of the table at `line`, None if there is no table."""
    text = first.text
    if is_delimiter(text):
        return None, first
    after = _after(state, line, end)
    is_piped = text.startswith("|")
    if after is not None and is_delimiter(after.text):
        return (first, after) if is_piped or "|" in after.text else None
    if after is not None and "|" in after.text and is_header(text):
        return first, None
    is_row = text.endswith("|") and len(text) > 1
    if is_piped and (is_row or (after is not None and after.text.startswith("|"))):
        return None, None
    return None


def _after(state: StateBlock, line: int, end: int) -> Piece | None:
    """Give the next line of the same block, lines that are passed over left out."""
    following = _passed(state, line + 1, end)
    is_outside = state.sCount[following] < state.blkIndent <= state.sCount[line]
    if following >= end or is_outside or state.isEmpty(following):
        return None
    return piece_at(state, following)


def _passed(state: StateBlock, line: int, end: int) -> int:
    passed_over: frozenset[int] = state.env[PASSED_OVER]
    while line < end and line in passed_over:
        line += 1
    return line


def _rows(state: StateBlock, line: int, end: int, is_piped: bool) -> Iterator[Piece]:
    last: Piece | None = None
    while (line := _next_row(state, line, end)) < end:
        row = piece_at(state, line)
        is_open = is_piped and last is not None and not last.text.endswith("|")
        if not _is_row(state, row, end, is_open):
            return
        yield row
        last, line = row, line + 1


def _next_row(state: StateBlock, line: int, end: int) -> int:
    """Give the line where a row may stand: this one, or one behind lines passed over."""
    following = _passed(state, line, end)
    if following >= end or state.isEmpty(following):
        return end
    if state.sCount[following] < state.blkIndent:
        return end
    if following > line and not piece_at(state, following).text.startswith("|"):
        return end
    return following


def _is_row(state: StateBlock, row: Piece, end: int, is_open: bool) -> bool:
    """Say whether the line belongs to the table; `is_open`: the row above may go on here."""
    if not row.text or is_plain_delimiter(row.text):
        return False
    if not row.text.startswith("|"):
        if not is_open and "|" not in row.text:
            return False
        if _is_other_block(state, row.line - 1, end):
            return False
    return "|" not in row.text or not _heads_another(state, row.line, end)


def _is_other_block(state: StateBlock, line: int, end: int) -> bool:
    rules = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end, True) for rule in rules if rule is not pipe_table)


def _heads_another(state: StateBlock, line: int, end: int) -> bool:
    """Say whether the line is a delimiter row, so that the one above it heads a new table."""
    if line >= end or state.isEmpty(line):
        return False
    if not begins_delimiter(state.src[state.bMarks[line] + state.tShift[line]]):
        return False
    return is_plain_delimiter(piece_at(state, line).text)
