"""Row lines: which lines of a table are one row, and its cells.

    row  := line more* tail* | line cells*
    more := a line without a first pipe      -- if the row lacks cells, or its last pipe
    cells := a line that continues the cells -- in a table with borders, without its first cells
    tail := "|" words ("|" blank)* "|"       -- the end of the sentence in the last cell

A formatter makes a row of its own, with pipes and empty cells, of the second line of a row that was
broken. It is a tail if the cell above is a sentence that is not complete, `One of (red,` or
`The size of the`, and the words are its end, `green).`; else it is a row like any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from docgen.markdown.fragments import Fragment
from docgen.markdown.table_lines import TableLine
from docgen.regex import Regex
from docgen.sentences import is_end, is_open

CellParts = list[Fragment]
"""A cell as its fragments; it may be broken over lines."""

_BACKTICKS = Regex("`+")


def grouped_by_row(
    lines: Sequence[TableLine], width: int
) -> Iterator[tuple[TableLine, ...]]:
    """Return the lines of each row."""
    may_break = any(line.has_first_pipe for line in lines)
    row: list[TableLine] = []
    count = 0
    for line in lines:
        if row and (line.is_continued or _is_tail(row, line, width)):
            pass
        elif row and may_break and _continues(row[-1], count, line, width):
            count += len(line.cells) - (not row[-1].has_last_pipe)
        else:
            if row:
                yield tuple(row)
            row, count = [], len(line.cells)
        row.append(line)
    if row:
        yield tuple(row)


def _is_tail(row: Sequence[TableLine], line: TableLine, width: int) -> bool:
    """Return whether `line` is the end of the sentence in the last cell of a row."""
    tail, *others = line.cells
    if not (line.has_first_pipe and row[-1].has_last_pipe and tail.text.strip()):
        return False
    if any(cell.text.strip() for cell in others):
        return False
    cells = joined_cells(row)
    text = " ".join(part.text for part in cells[-1]).strip()
    return len(cells) == width > 1 and is_open(text) and is_end(tail.text)


def _continues(last: TableLine, count: int, line: TableLine, width: int) -> bool:
    """Return whether `line` is the rest of a broken row with `count` cells so far."""
    if line.has_first_pipe:
        return False
    if last.has_last_pipe:
        return count + len(line.cells) <= width
    return len(line.cells) == 1 or count + len(line.cells) - 1 <= width


def joined_cells(lines: Sequence[TableLine]) -> list[CellParts]:
    """Return the cells of a row as their fragments; a cell may be broken over lines."""
    cells = [[cell] for cell in lines[0].cells]
    for before, line in pairwise(lines):
        more = [[cell] for cell in line.cells]
        if line.is_continued:
            for cell, part in zip(cells, line.cells, strict=False):
                cell += [part] if part.text else []
            cells += more[len(cells) :]
            continue
        if line.has_first_pipe:  # a tail
            cells[-1] += more[0]
            continue
        if not before.has_last_pipe:
            cells[-1] += more.pop(0)
        cells += more
    return cells


def fitted_cells(
    lines: Sequence[TableLine], cells: list[CellParts], width: int
) -> list[CellParts]:
    """Return at most `width` cells; those after the last are joined to it with their pipes.

    Before that, cells that are parts of one code span are joined, as far as that is necessary.
    """
    whole_lines = {each.line.line: each.line for each in lines}
    fitted: list[CellParts] = []
    start, surplus = 0, len(cells) - width
    while surplus > 0 and start + 1 < len(cells):
        end = _end_of_code(cells, start, surplus)
        fitted.append(_joined(cells[start:end], whole_lines))
        surplus -= end - start - 1
        start = end
    fitted += cells[start:]
    if len(fitted) <= width:
        return fitted
    return [*fitted[: width - 1], _joined(fitted[width - 1 :], whole_lines)]


def _end_of_code(cells: list[CellParts], index: int, most: int) -> int:
    """Return the index after the cell where a code span ends that begins in a cell.

    At most so many cells are part of it after the first.
    """
    opening = 0
    for end in range(index, min(len(cells), index + most + 1)):
        opening = _open_code(opening, "".join(part.text for part in cells[end]))
        if not opening:
            return end + 1
    return index + 1


def _open_code(opening: int, text: str) -> int:
    """Return how many backticks begin the code span that is open at the end of a string.

    `opening` is the number of those of the span that is open at its beginning; 0 for none.
    """
    for marks in _BACKTICKS.finditer(text) if "`" in text else ():
        if not opening:
            opening = len(marks[0])
        elif opening == len(marks[0]):
            opening = 0
    return opening


def _joined(
    cells: Sequence[CellParts], whole_lines: Mapping[int, Fragment]
) -> CellParts:
    """Return one cell of several, with the pipes between those on the same line."""
    if len(cells) == 1:
        return cells[0]
    parts = [part for cell in cells for part in cell]
    last: CellParts = []
    for number, group in groupby(parts, key=lambda part: part.line):
        line, on_line = whole_lines[number], list(group)
        start = on_line[0].column - line.column
        end = on_line[-1].column - line.column + len(on_line[-1].text)
        last.append(Fragment(number, on_line[0].column, line.text[start:end]))
    return last
