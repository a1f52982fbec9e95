r"""Cells: the lines of a row enter, its cells leave, as the pieces that they are made of.

A pipe splits, be it in a code span, unless a backslash stands before it.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from docgen.markdown.piece import Piece, piece

MOST_COLUMNS = 100

_SPLITTING_PIPE = re.compile(r"(?<!\\)\|")

Cell = list[Piece]


class TableLine(Struct, frozen=True):
    """A line of a table: its text, its cells, and whether a pipe begins and ends it."""

    whole: Piece
    cells: tuple[Piece, ...]
    is_led: bool
    is_ended: bool


def table_line(whole: Piece) -> TableLine:
    """Split a line at its pipes."""
    text = whole.text
    is_led = text.startswith("|")
    is_ended = len(text) > is_led and text.endswith("|") and not text.endswith("\\|")
    start, stop = int(is_led), len(text) - is_ended
    cells: list[Piece] = []
    for part in _SPLITTING_PIPE.split(text[start:stop]):
        cells.append(piece(whole.line, whole.column + start, part))
        start += len(part) + 1
    return TableLine(whole, tuple(cells), is_led, is_ended)


def columns(line: Piece) -> int:
    """Give the number of columns that a line has; what is beyond the most is one."""
    return min(MOST_COLUMNS, len(table_line(line).cells))


def joined(lines: Sequence[TableLine]) -> list[Cell]:
    """Give the cells of a row, each as its pieces, a cell that was broken as one."""
    cells = [[cell] for cell in lines[0].cells]
    for before, line in pairwise(lines):
        more = [[cell] for cell in line.cells]
        if not before.is_ended:
            cells[-1] += more.pop(0)
        cells += more
    return cells


def fitted(lines: Sequence[TableLine], cells: list[Cell], width: int) -> list[Cell]:
    """Give at most `width` cells, those beyond joined to the last as they were written."""
    if len(cells) <= width:
        return cells
    parts = [part for cell in cells[width - 1 :] for part in cell]
    wholes = {line.whole.line: line.whole for line in lines}
    joined: list[Piece] = []
    for number, group in groupby(parts, key=lambda part: part.line):
        whole, of_line = wholes[number], list(group)
        start = of_line[0].column - whole.column
        end = of_line[-1].column - whole.column + len(of_line[-1].text)
        joined.append(Piece(number, of_line[0].column, whole.text[start:end]))
    return [*cells[: width - 1], joined]
