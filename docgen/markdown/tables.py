"""Tables: the lines of a table enter, an open table leaves, which more rows may join."""

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.markdown.cells import columns
from docgen.markdown.inline import Texts
from docgen.markdown.page import Inline, Row, Table
from docgen.markdown.piece import Piece
from docgen.markdown.rows import header_cells, rows
from docgen.markdown.table_lines import TableLines
from docgen.markdown.table_shape import is_header
from docgen.source import Span


class OpenTable:
    """A table while its section goes on: rows that were cut off from it join it."""

    def __init__(self, header: tuple[Inline, ...], width: int, span: Span) -> None:
        self.rows: list[Row] = []
        self.width = width
        self._header = header
        self._span = span

    def is_continued_by(self, lines: TableLines) -> bool:
        """Say whether `lines` are rows of the table: no header, and as many columns."""
        if lines.header is not None or not lines.rows or is_header(lines.rows[0].text):
            return False
        if lines.delimiter is not None and columns(lines.delimiter) != self.width:
            return False
        return any(columns(line) == self.width for line in lines.rows)

    def closed(self) -> Table:
        """Give the table as it is when its section ends."""
        return Table(header=self._header, rows=tuple(self.rows), span=self._span)


class Tables:
    """Opens and continues the tables of one page, and collects what there is to tell of them."""

    def __init__(self, path: str, texts: Texts) -> None:
        self.told: list[Diagnostic] = []
        self._path = path
        self._texts = texts

    def open(self, lines: TableLines) -> OpenTable:
        """Begin a table with its first lines."""
        first = lines.header or lines.delimiter or lines.rows[0]
        header, body = lines.header, lines.rows
        is_bare = header is None and lines.delimiter is None
        if is_bare and (lines.strays or is_header(first.text)):
            header, body = first, body[1:]
        self._tell_head(first, header, lines.delimiter)
        if lines.is_touching:
            self._tell(
                Code.ADJACENT_TABLES,
                first,
                f"the table {_shown(first)} begins right below another",
                "write a heading between them",
            )
        width = columns(header or lines.delimiter or max(body, key=columns))
        cells = header_cells(self._texts, header) if header else ()
        table = OpenTable(cells, width, _span(first))
        self._add(table, body, lines.strays)
        return table

    def go_on(self, table: OpenTable, lines: TableLines) -> None:
        """Add lines that were cut off from the table."""
        self._tell(
            Code.SPLIT_TABLE,
            lines.delimiter or lines.rows[0],
            f"the row {_shown(lines.delimiter or lines.rows[0])} has no header; it was "
            "taken as part of the table above",
            "delete what stands between the rows and their table",
        )
        self._add(table, lines.rows, lines.strays)

    def _add(
        self, table: OpenTable, lines: tuple[Piece, ...], strays: tuple[Piece, ...]
    ) -> None:
        for stray in strays:
            self._tell(
                Code.INVALID_DELIMITER,
                stray,
                f"the delimiter row {_shown(stray)} stands among the rows; it was "
                "passed over",
                "delete the line",
            )
        for row, told in rows(self._path, self._texts, lines, table.width):
            table.rows.append(row)
            self.told.extend(told)

    def _tell_head(
        self, first: Piece, header: Piece | None, delimiter: Piece | None
    ) -> None:
        if delimiter is None:
            self._tell(
                Code.MISSING_DELIMITER,
                first,
                f"the table that begins with {_shown(first)} has no delimiter row",
                "write a row such as `|:---|:---|` below the header",
            )
        elif header is None:
            self._tell(
                Code.MISSING_HEADER,
                first,
                f"the table that begins with {_shown(first)} has no header row",
                "write the names of the columns above the delimiter row",
            )
        elif columns(delimiter) != columns(header):
            self._tell(
                Code.INVALID_DELIMITER,
                delimiter,
                f"the delimiter row has {columns(delimiter)} columns, "
                f"its header {_shown(header)} {columns(header)}",
                "write one `---` for each column",
            )
        elif not all("-" in cell for cell in delimiter.text.strip(" |\t").split("|")):
            self._tell(
                Code.INVALID_DELIMITER,
                delimiter,
                f"the delimiter row {_shown(delimiter)} has a column without a dash",
                "write one `---` for each column",
            )

    def _tell(self, code: Code, line: Piece, message: str, help: str) -> None:
        told = diagnostic(code, message, self._path, _span(line), help)
        self.told.append(told)


def is_table(lines: TableLines) -> bool:
    """Say whether lines without header and delimiter row are more than text with a pipe."""
    if lines.header is not None or lines.delimiter is not None:
        return True
    if lines.strays or is_header(lines.rows[0].text):
        return True
    return len(lines.rows) > 1 and max(columns(line) for line in lines.rows) > 1


def _span(line: Piece) -> Span:
    return Span(line.line, line.column, line.column + len(line.text))


def _shown(line: Piece) -> str:
    return quote(line.text)
