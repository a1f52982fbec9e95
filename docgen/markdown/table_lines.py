"""Which lines are a table: a rule for markdown-it-py in the place of its own.

    table     := header delimiter row*      -- as GFM has it, but with any number of columns each
               | header row+                -- the delimiter row is missing
               | delimiter row*             -- the header is missing
               | row+                       -- both are
    row       := "|" anything | anything "|" anything
    more      := a line behind a row that lacks its last pipe, in a table whose rows begin with one

A delimiter row among the rows is a stray one, unless the row above it is the header of another
table: its columns have known names, or are of another number. A table goes on across lines that
are no part of the page. This only finds the lines; what they hold is read by `tables`.
"""

from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from msgspec import Struct

from docgen.markdown.cells import columns
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
    """The lines of a table. Where it has no header or no delimiter row, that is None.

    `strays` are delimiter rows among the rows. `is_touching`: another table stands right above.
    """

    header: Piece | None
    delimiter: Piece | None
    rows: tuple[Piece, ...]
    strays: tuple[Piece, ...]
    is_touching: bool


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
    lines = tuple(_rows(state, begin, end, header or first))
    state.line = lines[-1].line if lines else begin
    found = TableLines(
        header=header,
        delimiter=delimiter,
        rows=tuple(row for row in lines if not is_plain_delimiter(row.text)),
        strays=tuple(row for row in lines if is_plain_delimiter(row.text)),
        is_touching=_is_touching(state, line),
    )
    token = state.push(TABLE, "", 0)
    token.map = [line, state.line]
    token.meta = {TABLE: found}
    return True


def _is_touching(state: StateBlock, line: int) -> bool:
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.type != TABLE or last.map is None:
        return False
    return last.map[1] == line


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
        return (first, after) if is_piped or _is_loose_header(first, after) else None
    if after is not None and "|" in after.text and is_header(text):
        return first, None
    is_row = text.endswith("|") and len(text) > 1
    if is_piped and (is_row or (after is not None and after.text.startswith("|"))):
        return None, None
    return None


def _is_loose_header(first: Piece, delimiter: Piece) -> bool:
    """Say whether a line that no pipe begins is a header; it may be a list's or a sentence."""
    if "|" not in delimiter.text:
        return False
    return is_header(first.text) or columns(first) == columns(delimiter)


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


def _rows(state: StateBlock, line: int, end: int, head: Piece) -> Iterator[Piece]:
    is_piped = head.text.startswith("|")
    last: Piece | None = None
    while (line := _next_row(state, line, end)) < end:
        row = piece_at(state, line)
        is_open = is_piped and last is not None and not last.text.endswith("|")
        if not _is_row(state, row, end, is_open):
            return
        if _heads_another(state, row, head, end):
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
    has_pipe = "|" in row.text
    if row.text.startswith("|") or row.text.endswith("|") or (is_open and has_pipe):
        return True
    if not row.text or not (is_open or has_pipe):
        return False
    return not _is_other_block(state, row.line - 1, end)


def _is_other_block(state: StateBlock, line: int, end: int) -> bool:
    rules = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end, True) for rule in rules if rule is not pipe_table)


def _heads_another(state: StateBlock, row: Piece, head: Piece, end: int) -> bool:
    """Say whether a delimiter row follows that makes the row the header of a new table."""
    line = row.line
    if line >= end or state.isEmpty(line) or "|" not in row.text:
        return False
    if not begins_delimiter(state.src[state.bMarks[line] + state.tShift[line]]):
        return False
    after = _after(state, line - 1, end)
    if after is None or not is_plain_delimiter(after.text):
        return False
    return is_header(row.text) or columns(row) != columns(head)
