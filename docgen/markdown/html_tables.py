"""HTML tables: find the cells of a table that is written in HTML.

    table := "<table>"? row* "</table>"?
    row   := "<tr>"? ( ("<th>" | "<td>") content )*    -- closing tags may be missing
    head  := the first row, if all its cells are <th>, or it is in <thead>

A table ends with its closing tag, or else before the next `<table>`, or else with the last line
before the next heading that contains one of its tags. A table in a cell is part of its content. A
cell that spans rows is in each of them; one that spans columns is in the first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from math import inf

from msgspec import Struct

from docgen.markdown.fragments import Fragment, fragment
from docgen.regex import Regex

_STARTS_TABLE = Regex(
    r"(?>(?:</?(?:div|p|center|figure|section|details|br|b|a)\b[^<>]*+>\s*+)*)"
    r"<(?:table|thead|tbody|tr|td|th)\b",
    re.IGNORECASE,
)
_TAG = Regex(
    r"<(?P<end>/?)(?P<name>table|thead|tbody|tfoot|tr|td|th|caption)\b(?P<attributes>[^<>]*+)>",
    re.IGNORECASE,
)
_TABLE_TAG = Regex(r"<(/?)table\b", re.IGNORECASE)
_CELL_TAG = Regex(r"<t[dh]\b", re.IGNORECASE)
_SPAN = Regex(r"(row|col)span\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_MARKUP = Regex(r"<[^<>]*>")
_MAX_SPAN = 100

Cell = tuple[Fragment, ...]


class HtmlRow(Struct, frozen=True, kw_only=True):
    """A row: its first tag, its cells (each with at least one fragment), whether it is a header.

    `width` is the number of columns that its only cell spans, or 0.
    """

    start: Fragment
    cells: tuple[Cell, ...]
    is_header: bool
    width: int = 0


class HtmlTable(Struct, frozen=True, kw_only=True):
    """The rows of a table, the number of its lines, and the text that is in no cell.

    The text between two tags, or after the end of the table, is one item of `outside`.
    """

    rows: tuple[HtmlRow, ...]
    line_count: int
    outside: tuple[Cell, ...]


class _Cell(Struct, frozen=True, kw_only=True):
    start: int
    end: int
    is_header: bool
    rows: int
    columns: int


class _Row(Struct, frozen=True, kw_only=True):
    """A row, and its cells so far."""

    start: int
    is_in_head: bool
    cells: list[_Cell]


def starts_html_table(text: str) -> bool:
    """Return whether a line begins with a tag of a table."""
    return text.startswith("<") and _STARTS_TABLE.match(text) is not None


def next_html_cell(text: str, start: int) -> int:
    """Return the offset of the first cell after `start`, or the end of `text`."""
    found = _CELL_TAG.search(text, start)
    return found.start() if found else len(text)


def has_two_tables(text: str, start: int, end: int) -> bool:
    """Return whether two tags of tables are between two offsets, so that the first has no rows."""
    return len([*islice(_TABLE_TAG.finditer(text, start, end), 2)]) > 1


class HtmlSection(Struct, frozen=True):
    """Lines before a heading, and for each, whether a table that begins on it is closed."""

    lines: tuple[Fragment, ...]
    are_closed: tuple[bool, ...]


def html_section(lines: tuple[Fragment, ...]) -> HtmlSection:
    """Return a section of the lines before the next heading."""
    opened, ends = [0], []
    for line in lines:
        tags = _table_tags(line)
        opened.append(opened[-1] + len(tags) - 2 * tags.count("/"))
        ends.append("/" in tags)
    are_closed = []
    fewest: float = inf
    for index in reversed(range(len(lines))):
        if ends[index]:
            fewest = min(fewest, opened[index + 1])
        are_closed.append(fewest <= opened[index])
    return HtmlSection(lines, tuple(reversed(are_closed)))


def _table_tags(line: Fragment) -> list[str]:
    """Return "/" for each closing tag of a table on a line, "" for each other one."""
    return _TABLE_TAG.findall(line.text) if "<" in line.text else []


def html_table(section: HtmlSection, index: int) -> HtmlTable | None:
    """Return the table that begins on the line of a section with this index."""
    lines = map(section.lines.__getitem__, range(index, len(section.lines)))
    is_closed = section.are_closed[index]
    used = _up_to_end(lines) if is_closed else _up_to_next_table(lines)
    read = _Reader(tuple(used), is_closed=is_closed)
    rows = tuple(_filled(read, read.rows()))
    if not rows:
        return None
    last = read.position_of(read.end)[0]
    return HtmlTable(
        rows=rows,
        line_count=last + 1,
        outside=tuple(_outside(read, (*read.gaps, (read.end, read.line_end(last))))),
    )


def _up_to_end(lines: Iterable[Fragment]) -> Iterator[Fragment]:
    """Yield the lines up to the one with the closing tag."""
    depth = 0
    for line in lines:
        yield line
        tags = _table_tags(line)
        depth += len(tags) - 2 * tags.count("/")
        if depth <= 0 and "/" in tags:
            return


def _up_to_next_table(lines: Iterable[Fragment]) -> Iterator[Fragment]:
    """Yield the lines up to the one where a second table begins, or all lines."""
    tables = 0
    for line in lines:
        yield line
        tags = _TAG.finditer(line.text)
        tables += sum(tag["name"].lower() == "table" and not tag["end"] for tag in tags)
        if tables > 1:
            return


def _outside(read: "_Reader", gaps: Iterable[tuple[int, int]]) -> Iterator[Cell]:
    """Return the text in the gaps, without lines that only have tags."""
    for start, end in gaps:
        parts = tuple(
            part
            for part in read.fragments(start, end)
            if _MARKUP.sub("", part.text).strip()
        )
        if parts:
            yield parts


class _Reader:
    """Reads the tags of a table.

    `end` is the offset after the last one, `gaps` are the ranges between tags in no cell.
    """

    def __init__(self, lines: Sequence[Fragment], *, is_closed: bool) -> None:
        self._lines, self._is_closed = lines, is_closed
        self._text = "\n".join(line.text for line in lines)
        self._starts = list(accumulate((len(x.text) + 1 for x in lines), initial=0))
        self.end = 0
        self.gaps: list[tuple[int, int]] = []

    def rows(self) -> list[_Row]:
        """Return the rows, also those without cells."""
        rows: list[_Row] = []
        cell: re.Match[str] | None = None
        stop = len(self._text)
        depth, is_in_head, is_in_caption = 0, False, False
        for tag in _TAG.finditer(self._text):
            name, is_end = tag["name"].lower(), bool(tag["end"])
            is_next = name == "table" and not is_end and depth > 0
            if is_next and not (self._is_closed and cell):
                stop = tag.start()
                break
            if cell is None and self.end and not is_in_caption:
                self.gaps.append((self.end, tag.start()))
            self.end = tag.end()
            is_in_caption = name == "caption" and not is_end
            if name == "table":
                depth += -1 if is_end else 1
            if depth > 1 or (depth == 1 and name == "table" and is_end):
                continue
            if cell is not None:
                rows[-1].cells.append(_cell(cell, tag.start()))
                cell = None
            if name == "table" and is_end:
                return rows
            if name == "thead":
                is_in_head = not is_end
            elif name == "tr" and not is_end:
                rows.append(_Row(start=tag.start(), is_in_head=is_in_head, cells=[]))
            elif name in ("td", "th") and not is_end:
                if not rows:
                    rows.append(
                        _Row(start=tag.start(), is_in_head=is_in_head, cells=[])
                    )
                cell = tag
        if cell is not None:
            self.end = min(stop, self.line_end(self.position_of(self.end)[0]))
            rows[-1].cells.append(_cell(cell, self.end))
        return rows

    def position_of(self, offset: int) -> tuple[int, int]:
        """Return the index of the line of an offset, and the offset in this line."""
        index = bisect_right(self._starts, offset, hi=len(self._lines)) - 1
        return index, offset - self._starts[index]

    def line_end(self, index: int) -> int:
        """Return the offset of the end of a line."""
        return self._starts[index] + len(self._lines[index].text)

    def fragments(self, start: int, end: int) -> Iterator[Fragment]:
        """Return the parts of lines between two offsets that are not blank."""
        while start < end:
            index, offset = self.position_of(start)
            line = self._lines[index]
            stop = min(end, self.line_end(index))
            part = fragment(line.line, line.column + offset, self._text[start:stop])
            if part.text:
                yield part
            start = self._starts[index + 1] if stop < end else end

    def cell(self, cell: _Cell) -> Cell:
        """Return the content of a cell, or an empty fragment."""
        index, offset = self.position_of(cell.start)
        line = self._lines[index]
        empty = Fragment(line.line, line.column + offset, "")
        return tuple(self.fragments(cell.start, cell.end)) or (empty,)

    def start(self, row: _Row) -> Fragment:
        """Return the first tag of a row."""
        end = self._text.find(">", row.start) + 1 or len(self._text)
        return next(self.fragments(row.start, end))


def _cell(opening: re.Match[str], end: int) -> _Cell:
    spans = {span[1].lower(): int(span[2]) for span in _SPAN.finditer(opening[0])}
    return _Cell(
        start=opening.end(),
        end=end,
        is_header=opening["name"].lower() == "th",
        rows=min(spans.get("row", 1), _MAX_SPAN),
        columns=min(spans.get("col", 1), _MAX_SPAN),
    )


def _filled(read: _Reader, rows: Sequence[_Row]) -> Iterator[HtmlRow]:
    """Return the rows with cells; one that spans rows or columns is in each of them."""
    from_above: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        cells: list[Cell] = []
        for cell in row.cells:
            _add_from_above(cells, from_above)
            content = read.cell(cell)
            columns = [content, *[_after(content)] * (cell.columns - 1)]
            if cell.rows > 1:
                from_above |= {
                    index: (cell.rows - 1, column)
                    for index, column in enumerate(columns, len(cells))
                }
            cells += columns
        _add_from_above(cells, from_above)
        if row.cells:
            yield HtmlRow(
                start=read.start(row),
                cells=tuple(cells),
                is_header=row.is_in_head or all(cell.is_header for cell in row.cells),
                width=row.cells[0].columns if len(row.cells) == 1 else 0,
            )


def _after(content: Cell) -> Cell:
    """Return an empty cell at the end of another."""
    last = content[-1]
    return (Fragment(last.line, last.column + len(last.text), ""),)


def _add_from_above(cells: list[Cell], from_above: dict[int, tuple[int, Cell]]) -> None:
    while len(cells) in from_above:
        index = len(cells)
        count, content = from_above.pop(index)
        cells.append(content)
        if count > 1:
            from_above[index] = (count - 1, content)
