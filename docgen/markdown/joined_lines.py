"""Joined lines: separate a header, a delimiter row and rows that are on one line.

    line := header delimiter row*           -- each with or without a pipe of its own before it
          | header row+
          | delimiter row

A header is on a line with others if at least two names at its start are known headers of different
columns. It has further columns instead if the line below has as many cells, or if what follows is
less than a row.
"""

from collections.abc import Iterator

from msgspec import Struct

from docgen.markdown.fragments import Fragment, fragment
from docgen.regex import Regex
from docgen.vocabulary import KIND_OF_HEADER

_DELIMITER_AND_ROW = Regex(r"\|?(?>(?:[ \t]*+:?-{2,}+:?[ \t]*+\|)+)(?=[^\n]*\w)")
_DELIMITER = Regex(r"\|[ \t|:-]*-[ \t|:-]*")
_PIPE = Regex(r"(?<!\\)\|")
_MIN_WIDTH = 2


class JoinedLine(Struct, frozen=True, kw_only=True):
    """The parts of a line, from left to right; `header` and `delimiter` are None if it has none."""

    header: Fragment | None = None
    delimiter: Fragment | None = None
    rows: tuple[Fragment, ...] = ()


def begins_with_delimiter(text: str) -> bool:
    """Return whether a line is a delimiter row and a row."""
    return _DELIMITER_AND_ROW.match(text) is not None


def split_delimiter(line: Fragment) -> JoinedLine:
    """Return a delimiter row, and the row on the same line after it, if there is one."""
    found = _DELIMITER_AND_ROW.match(line.text)
    if found is None:
        return JoinedLine(delimiter=line)
    delimiter, row = _split_at(line, found.end())
    return JoinedLine(delimiter=delimiter, rows=(row,))


def split_header(line: Fragment, cells_below: int) -> JoinedLine:
    """Return a header, and what is on the same line after it; nothing if no header is known."""
    cells = _cells(line.text)
    width = _header_width(cells)
    if width < _MIN_WIDTH or not line.text.startswith("|"):
        return JoinedLine()
    if width == len(cells) or len(cells) == cells_below:
        return JoinedLine(header=line)
    header, rest = _split_at(line, _pipes(line.text)[width] + 1)
    if _DELIMITER.fullmatch(rest.text):
        return JoinedLine(header=header, delimiter=rest)
    if begins_with_delimiter(rest.text):
        found = split_delimiter(rest)
        rows = tuple(row for one in found.rows for row in _rows(one, width))
        return JoinedLine(header=header, delimiter=found.delimiter, rows=rows)
    if len(_cells(rest.text)) < width:
        return JoinedLine(header=line)
    return JoinedLine(header=header, rows=tuple(_rows(rest, width)))


def _split_at(line: Fragment, end: int) -> tuple[Fragment, Fragment]:
    """Split a line after a pipe, which is also the first one of the rest if that has none."""
    begin = end if line.text[end:].lstrip().startswith("|") else end - 1
    rest = fragment(line.line, line.column + begin, line.text[begin:])
    return fragment(line.line, line.column, line.text[:end]), rest


def _cells(text: str) -> list[str]:
    """Return the cells of a line that begins with a pipe, and may end with one."""
    cells = _PIPE.split(text)[1:]
    return cells if cells[-1:] != [""] else cells[:-1]


def _pipes(text: str) -> list[int]:
    return [pipe.start() for pipe in _PIPE.finditer(text)]


def _header_width(cells: list[str]) -> int:
    """Return the number of cells, from the first one on, that are headers of different columns."""
    found: list[str] = []
    for cell in cells:
        column = KIND_OF_HEADER.get(cell.strip().casefold())
        if column is None or column in found:
            break
        found.append(column)
    return len(found)


def _rows(line: Fragment, width: int) -> Iterator[Fragment]:
    """Return the rows on a line that share their pipes; the line itself if it has others."""
    cells, pipes = _cells(line.text), _pipes(line.text)
    if len(cells) % width or len(pipes) <= len(cells):
        yield line
        return
    for start in range(0, len(cells), width):
        first, last = pipes[start], pipes[start + width]
        yield fragment(line.line, line.column + first, line.text[first : last + 1])
