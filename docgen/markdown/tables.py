"""Tables: build tables from their lines.

The lines of a row that spans several are joined. Cells after the last column are joined to it,
unless they are empty.
"""

from collections.abc import Iterable, Sequence

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.markdown.fragments import Fragment
from docgen.markdown.html_tables import HtmlRow, HtmlTable
from docgen.markdown.inline import InlineParser
from docgen.markdown.joined_tables import JoinedTable
from docgen.markdown.page import Inline, Row, Table
from docgen.markdown.row_lines import fitted_cells, grouped_by_row, joined_cells
from docgen.markdown.table_lines import (
    TableLine,
    TableLines,
    are_headers,
    column_count,
    is_delimiter,
    is_header,
    table_line,
)
from docgen.regex import Regex
from docgen.source import Span

_DASHES = ":---"
_DELIMITER_CELL = Regex(":?-+:?")
_MIN_COLUMNS = 3
"""Minimum number of columns of a table of one row without a header."""


def is_table(lines: TableLines) -> bool:
    """Return whether lines are a table, and not text with a pipe."""
    if lines.header or lines.delimiter or lines.separator != "|":
        return True
    if lines.strays or is_header(lines.rows[0].text):
        return True
    width = max(map(column_count, lines.rows))
    return width >= _MIN_COLUMNS or (len(lines.rows) > 1 and width > 1)


_USUAL_WIDTH = 3
"""The number of columns of most tables."""


class OpenTable:
    """A table of the section that is being parsed; later rows without a header may be added."""

    def __init__(
        self,
        header: tuple[Inline, ...],
        width: int,
        span: Span,
        *,
        is_joined: bool = False,
    ) -> None:
        self.rows: list[Row] = []
        self.width = width
        self.is_joined = is_joined
        self._header = header
        self._names = _names(header)
        self._span = span

    def is_continued_by(self, lines: TableLines) -> bool:
        """Return whether `lines` are rows of the table: no header, and as many columns."""
        if lines.header is not None or not lines.rows or is_header(lines.rows[0].text):
            return False
        if lines.delimiter is not None and column_count(lines.delimiter) != self.width:
            return False
        counts = (column_count(line, lines.separator) for line in lines.rows)
        return any(count == self.width for count in counts)

    def repeats_header(self, row: Row) -> bool:
        """Return whether a row has the words of the header once more, with its capitals."""
        return len(self._names) > 1 and _names(row.cells) == self._names

    def close(self) -> Table:
        """Return the table with all of its rows."""
        return Table(header=self._header, rows=tuple(self.rows), span=self._span)


def _names(cells: Sequence[Inline]) -> tuple[str, ...]:
    """Return the texts of cells, without the empty ones at the end."""
    names = [cell.plain.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


class TableBuilder:
    """Builds the tables of one page; `diagnostics` reports what is wrong with them."""

    def __init__(self, path: str, inlines: InlineParser) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._inlines = inlines

    def open(self, lines: TableLines) -> OpenTable:
        """Return a new table with the rows in `lines`."""
        first = lines.header or lines.delimiter or lines.rows[0]
        header, body = lines.header, lines.rows
        has_rows_only = header is None and lines.delimiter is None
        if has_rows_only and (lines.strays or is_header(first.text)):
            header, body = first, body[1:]
        lacks_delimiter = header is not None and lines.delimiter is None
        if lines.joined is None and not (lines.is_adjacent and lacks_delimiter):
            self._check_head(first, header, lines, body)
        if lines.is_adjacent:
            delimiter = [_delimiter_row(column_count(first))] if lacks_delimiter else []
            self._report(
                Code.ADJACENT_TABLES,
                first,
                f"table {quote(first.text)} begins directly below another table",
                "add a heading between them",
                Replacement("\n".join(("", first.text, *delimiter)), first.text),
            )
        separator = lines.separator
        widths = _widths(header, body, separator)
        head = header or lines.delimiter
        width = column_count(head, separator) if head else max(widths)
        cells = self._header_cells(header, lines) if header else ()
        if header and _is_short(width, widths) and lines.joined is None:
            width = min(widths)
            cells += self._empty_cells(header, width - len(cells))
        table = OpenTable(cells, width, first.span, is_joined=lines.joined is not None)
        self._add(table, body, lines)
        return table

    def open_html(self, html: HtmlTable) -> OpenTable:
        """Return a new table with the rows of an HTML table."""
        rows = [(row, self._html_cells(row)) for row in html.rows]
        titles = _leading_titles(rows)
        first, *others = rows[len(titles) :]
        start = first[0].start
        has_header = _is_html_header(*first)
        header, body = (first[1], others) if has_header else ((), [first, *others])
        if not has_header:
            self._report(
                Code.MISSING_HEADER,
                start,
                f"table {quote(start.text)} has no header row",
                "add a row of `<th>` with the column names",
            )
        width = len(header) or max(len(cells) for _, cells in body)
        table = OpenTable(header, width, start.span)
        for row, cells in (*titles, *body):
            self._add_row(table, self._html_row(row, cells, width), row.start)
        return table

    def _add_row(
        self, table: OpenTable, row: Row, first: Fragment, *deletion: Replacement
    ) -> None:
        """Add a row, unless it repeats the header; `first` is its first line."""
        if not table.repeats_header(row):
            table.rows.append(row)
            return
        name = _quoted(cell.plain for cell in row.cells)
        self._report(
            Code.ADJACENT_TABLES,
            first,
            f"row {name} repeats the header of its table; ignoring it",
            "delete the row",
            *deletion,
        )

    def _html_cells(self, row: HtmlRow) -> tuple[Inline, ...]:
        return tuple(self._inlines.parse(cell) for cell in row.cells)

    def _html_row(self, row: HtmlRow, cells: tuple[Inline, ...], width: int) -> Row:
        count, span = len(cells), row.start.span
        is_title = row.width > 1 and row.width >= width
        if is_title:
            cells = cells[:width]
        elif count > width:
            self._report(
                Code.EXTRA_CELL,
                row.cells[width][0],
                f"row {_quoted(cell.plain for cell in cells)} has {count} cells, but its table has "
                f"{width} columns; joining the extra cells to the last one",
                "add a column to the header, or join the cells",
            )
            last = [part for cell in row.cells[width - 1 :] for part in cell]
            cells = (*cells[: width - 1], self._inlines.parse(last))
        empty = self._inlines.parse((Fragment(span.line, span.end_column, ""),))
        cells += (empty,) * (width - count)
        return Row(cells=cells, cell_count=count, span=span, is_title=is_title)

    def extend(self, table: OpenTable, lines: TableLines) -> None:
        """Add rows that are separated from their table, and report them."""
        first = lines.delimiter or lines.rows[0]
        self._report(
            Code.SPLIT_TABLE,
            first,
            f"row {quote(first.text)} has no header; adding it to the table above",
            "delete the lines between the table and this row",
        )
        self._add(table, lines.rows, lines)

    def report_joined(self, joined: JoinedTable) -> None:
        """Report a joined table; each of its lines if its rows could not be separated."""
        advice = "write the header, the delimiter row and each row on a line of its own"
        for line in joined.lines[: 1 if joined.rows else None]:
            message = f"table is joined into a paragraph, from {quote(line.text)} on"
            if not joined.rows:
                message = (
                    f"{quote(line.text)} is part of a table that is joined into a "
                    "paragraph; its rows can't be separated and are ignored"
                )
            self._report(Code.JOINED_TABLE, line, message, advice)

    def _check_head(
        self,
        first: Fragment,
        header: Fragment | None,
        lines: TableLines,
        body: Sequence[Fragment],
    ) -> None:
        delimiter = lines.delimiter
        if lines.separator != "|":
            self._report(
                Code.MISSING_DELIMITER,
                first,
                f"cells of table {quote(first.text)} are separated by tabs, not by pipes",
                "write each row as `|name|String|The name.|`, and a delimiter row",
            )
        elif delimiter is None:
            is_next = not body or body[0].line == first.line + 1
            row = _delimiter_row(column_count(header)) if header and is_next else ""
            self._report(
                Code.MISSING_DELIMITER,
                first,
                f"table {quote(first.text)} has no delimiter row",
                "add a row such as `|:---|:---|` below the header",
                *([Replacement(f"{first.text}\n{row}", first.text)] if row else []),
            )
        elif header is None:
            self._report(
                Code.MISSING_HEADER,
                first,
                f"table {quote(first.text)} has no header row",
                "add a row with the column names above the delimiter row",
            )
        elif _is_short(column_count(header), _widths(header, body)):
            self._report(
                Code.MISSING_CELL,
                header,
                f"rows have more columns than header {quote(header.text)}; "
                "reading the others by their position",
                "write a header for each column",
            )
        else:
            self._check_delimiter(header, delimiter, body)

    def _check_delimiter(
        self, header: Fragment, delimiter: Fragment, body: Sequence[Fragment]
    ) -> None:
        corrected = Replacement(_fitted_delimiter(delimiter.text, column_count(header)))
        if body and body[0].line == delimiter.line:
            row = body[0]
            self._report(
                Code.INVALID_DELIMITER,
                delimiter,
                f"row {quote(row.text)} is on the line of the delimiter row",
                "write the row on a line of its own",
                Replacement(
                    f"{_delimiter_row(column_count(header))}\n{row.text}",
                    None,
                    Span(row.line, delimiter.column, row.span.end_column),
                ),
            )
        elif not is_delimiter(delimiter.text):
            self._report(
                Code.INVALID_DELIMITER,
                delimiter,
                f"delimiter row {quote(delimiter.text)} does not consist of dashes",
                "write one `---` for each column",
                corrected,
            )
        elif column_count(delimiter) != column_count(header):
            self._report(
                Code.INVALID_DELIMITER,
                delimiter,
                f"delimiter row has {column_count(delimiter)} columns, but its header "
                f"{quote(header.text)} has {column_count(header)}",
                "write one `---` for each column",
                corrected,
            )
        elif wrong := _other_cells(delimiter.text):
            cell = f"cell {quote(wrong[0])}" if wrong[0] else "an empty cell"
            self._report(
                Code.INVALID_DELIMITER,
                delimiter,
                f"{cell} of the delimiter row does not consist of dashes",
                "write one `---` for each column",
                corrected,
            )

    def _empty_cells(self, line: Fragment, count: int) -> tuple[Inline, ...]:
        span = line.span
        empty = self._inlines.parse((Fragment(span.line, span.end_column, ""),))
        return (empty,) * count

    def _header_cells(self, header: Fragment, lines: TableLines) -> tuple[Inline, ...]:
        numbers = {line.line for line in lines.of_header}
        parts = [
            table_line(line, lines.separator, numbers)
            for line in (header, *lines.of_header)
        ]
        width = column_count(header, lines.separator)
        cells = fitted_cells(parts, joined_cells(parts), width)
        return tuple(self._inlines.parse(cell) for cell in cells)

    def _add(
        self,
        table: OpenTable,
        rows: tuple[Fragment, ...],
        lines: TableLines,
    ) -> None:
        for stray in lines.strays:
            self._report(
                Code.INVALID_DELIMITER,
                stray,
                f"delimiter row {quote(stray.text)} is between rows; ignoring it",
                "delete the line",
                Replacement("", stray.text),
            )
        parts = [table_line(row, lines.separator, lines.continued) for row in rows]
        for row in grouped_by_row(parts, table.width):
            if not table.is_joined:
                self._check_lines(row)
            first = row[0].line
            deletion = [Replacement("", first.text)] if len(row) == 1 else []
            self._add_row(table, self._row(row, table.width), first, *deletion)

    def _check_lines(self, lines: Sequence[TableLine]) -> None:
        cells = joined_cells(lines) if len(lines) > 1 else []
        for each in lines[1:]:
            if each.is_continued:  # the table is reported
                continue
            self._report(
                Code.SPLIT_ROW,
                each.line,
                f"row {_quoted_name(cells)} continues on this line",
                "write each row on one line; use `<br>` for a line break in a cell",
            )

    def _row(self, lines: Sequence[TableLine], width: int) -> Row:
        cells = joined_cells(lines)
        while len(cells) > width and not any(part.text for part in cells[-1]):
            cells.pop()
        count = len(cells)
        if count > width:
            self._report(
                Code.EXTRA_CELL,
                cells[width][0],
                f"row {_quoted_name(cells)} has {count} cells, but its table has "
                f"{width} columns; joining the extra cells to the last one",
                "write `\\|` for a pipe that is part of the text",
            )
        span = lines[0].line.span
        content = [
            self._inlines.parse(cell) for cell in fitted_cells(lines, cells, width)
        ]
        if count < width:
            empty = self._inlines.parse((Fragment(span.line, span.end_column, ""),))
            content += [empty] * (width - count)
        lines_of_row = {line.line.line for line in lines}
        return Row(
            cells=tuple(content),
            cell_count=count,
            span=span,
            line_count=len(lines_of_row),
        )

    def _report(
        self,
        code: Code,
        line: Fragment,
        message: str,
        help: str,
        *replacements: Replacement,
    ) -> None:
        self.diagnostics.append(
            diagnostic(code, message, self._path, line.span, help, *replacements)
        )


def _quoted_name(cells: Sequence[Sequence[Fragment]]) -> str:
    return _quoted(part.text for cell in cells for part in cell)


def _quoted(texts: Iterable[str]) -> str:
    """Return the first text of a row that is not empty, for a message."""
    return quote(next((text for text in texts if text.strip()), "|"))


def _delimiter_row(columns: int) -> str:
    return "|" + ":---|" * columns


def _other_cells(delimiter: str) -> list[str]:
    """Return the cells that are not dashes, perhaps between colons; GFM has no others."""
    cells = [cell.strip() for cell in delimiter.strip(" |\t").split("|")]
    return [cell for cell in cells if not _DELIMITER_CELL.fullmatch(cell)]


def _fitted_delimiter(text: str, columns: int) -> str:
    """Return a delimiter row with so many columns; columns that it has keep their form."""
    cells = [cell.strip() for cell in text.strip(" |\t").split("|")][:columns]
    cells = [cell if _DELIMITER_CELL.fullmatch(cell) else _DASHES for cell in cells]
    cells += [_DASHES] * (columns - len(cells))
    return f"|{'|'.join(cells)}|"


def _is_html_header(row: HtmlRow, cells: Sequence[Inline]) -> bool:
    return row.is_header or are_headers(cell.plain for cell in cells)


def _leading_titles(
    rows: Sequence[tuple[HtmlRow, tuple[Inline, ...]]],
) -> Sequence[tuple[HtmlRow, tuple[Inline, ...]]]:
    """Return the rows above the header that are one cell over several columns."""
    count = 0
    while count < len(rows) and rows[count][0].width > 1:
        count += 1
    has_header = count < len(rows) and _is_html_header(*rows[count])
    return rows[:count] if has_header else ()


def _widths(
    header: Fragment | None, body: Sequence[Fragment], separator: str = "|"
) -> list[int]:
    """Return the number of cells of each row that does not repeat the header."""
    rows = (row for row in body if header is None or row.text != header.text)
    return [column_count(row, separator) for row in rows]


def _is_short(width: int, widths: Sequence[int]) -> bool:
    """Return whether a header lacks columns, as several rows and no others have more cells.

    In a table of three columns or more, further cells are rather pipes in a description.
    """
    return width < _USUAL_WIDTH and len(widths) > 1 and min(widths) > width
