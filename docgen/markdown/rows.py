"""Rows: the lines of a table enter, rows of as many cells as it has columns leave.

A row that is broken over lines is put together. Cells beyond the last column are joined to it
again, unless they are empty.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.markdown.cells import Cell, TableLine, columns, fitted, joined, table_line
from docgen.markdown.inline import Texts
from docgen.markdown.page import Inline, Row
from docgen.markdown.piece import Piece
from docgen.source import Span


def header_cells(texts: Texts, line: Piece) -> tuple[Inline, ...]:
    """Read the cells of a header row."""
    lines = (table_line(line),)
    cells = fitted(lines, joined(lines), columns(line))
    return tuple(texts.cell(cell) for cell in cells)


def rows(
    path: str, texts: Texts, lines: Sequence[Piece], width: int
) -> Iterator[tuple[Row, tuple[Diagnostic, ...]]]:
    """Read body rows of `width` cells each, and tell what was odd in them."""
    parts = [table_line(line) for line in lines]
    is_led = any(part.is_led for part in parts)
    for row in _logical_rows(parts, width, is_led):
        yield _row(path, texts, row, width)


def _logical_rows(
    lines: Sequence[TableLine], width: int, is_led: bool
) -> Iterator[tuple[TableLine, ...]]:
    """Put the lines of one row together."""
    row: list[TableLine] = []
    written = 0
    for line in lines:
        if row and is_led and _goes_on(row[-1], written, line, width):
            written += len(line.cells) - (not row[-1].is_ended)
        else:
            if row:
                yield tuple(row)
            row, written = [], len(line.cells)
        row.append(line)
    if row:
        yield tuple(row)


def _goes_on(last: TableLine, written: int, line: TableLine, width: int) -> bool:
    """Say whether `line` is the rest of a row of `written` cells that was broken."""
    if line.is_led:
        return False
    if last.is_ended:
        return written + len(line.cells) <= width
    return len(line.cells) == 1 or written + len(line.cells) - 1 <= width


def _row(
    path: str, texts: Texts, lines: Sequence[TableLine], width: int
) -> tuple[Row, tuple[Diagnostic, ...]]:
    cells = joined(lines)
    told = [_broken(path, line.whole, cells[0][0]) for line in lines[1:]]
    while len(cells) > width and not any(part.text for part in cells[-1]):
        cells.pop()
    written = len(cells)
    if written > width:
        told.append(_surplus(path, cells, width))
    whole = lines[0].whole
    end = whole.column + len(whole.text)
    made = [texts.cell(cell) for cell in fitted(lines, cells, width)]
    made += [texts.cell((Piece(whole.line, end, ""),))] * (width - written)
    span = Span(whole.line, whole.column, end)
    return Row(cells=tuple(made), written=written, span=span), tuple(told)


def _broken(path: str, line: Piece, name: Piece) -> Diagnostic:
    return diagnostic(
        Code.SPLIT_ROW,
        f"the row {quote(name.text)} goes on here",
        path,
        Span(line.line, line.column, line.column + len(line.text)),
        "write a row on one line; `<br>` breaks a line in a cell",
    )


def _surplus(path: str, cells: Sequence[Cell], width: int) -> Diagnostic:
    cell = cells[width][0]
    return diagnostic(
        Code.EXTRA_CELL,
        f"the row {quote(cells[0][0].text)} has {len(cells)} cells, its table "
        f"{width} columns; the last column took them all",
        path,
        Span(cell.line, cell.column, cell.column + len(cell.text)),
        "write `\\|` for a pipe that is part of a text",
    )
