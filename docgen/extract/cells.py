"""Parse the name cell of a row, and report rows without a name or with missing cells.

cell     := mark? name mark? footnote? "(deprecated)"?
mark     := "**" | "`" | a link around the name
footnote := "*" | "†" | "(required)" …                -- ignored
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.tables import Column, TypeTable
from docgen.markdown.page import Inline, Row

MAX_CELL = 300
"""Maximum length of a name cell in which footnotes are looked for."""
MAX_SHOWN_CELLS = 5
"""Maximum number of columns listed in a message."""

_DEPRECATED = re.compile(r"\(deprecated\)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*+(?:\*|†|‡|\(\w[^()]{0,60}\)))+$")
_ZERO_WIDTH = str.maketrans("", "", "\u200b\ufeff\u200e\u200f")
_RULE = re.compile(r"[\s:|_-]*")
_NAME_HELP = {
    "a property": "the name in JSON (`displayName`)",
    "a member": "the name in JSON",
    "an operation": "a label (`List members`)",
}


class NameCell(Struct, frozen=True, kw_only=True):
    """The name in a cell, without marks and footnotes."""

    text: str
    is_deprecated: bool


def name_cell(cell: Inline) -> NameCell:
    """Parse a name cell."""
    plain = cell.plain.translate(_ZERO_WIDTH)
    text = without_deprecated(plain).strip()
    if len(text) <= MAX_CELL:
        text = _FOOTNOTE.sub("", text)
    return NameCell(
        text=" ".join(text.strip("`* ").split()),
        is_deprecated=_DEPRECATED.search(plain) is not None,
    )


def without_deprecated(text: str) -> str:
    """Remove the remark `(deprecated)`."""
    return _DEPRECATED.sub("", text)


def nameless_row(path: str, table: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Report a row that is empty, or that is only a title for the rows after it."""
    cell = table.cell(row, Column.NAME)
    if is_empty_row(row):
        yield empty_row(path, table, row)
    elif cell and _filled_cells(row) == [cell] and not cell.links and _is_title(cell):
        message = f"row {quote(cell.plain)} is only a title for the rows that follow"
        advice = "remove the row, or start a separate table below a heading"
        yield diagnostic(Code.GROUP_ROW, message, path, cell.span, advice)


def is_empty_row(row: Row) -> bool:
    """Return whether the cells of a row contain only whitespace and rules."""
    return all(_RULE.fullmatch(cell.plain) for cell in _filled_cells(row))


def empty_row(path: str, table: TypeTable, row: Row) -> Diagnostic:
    """Report an empty row."""
    title = table.section.title
    name = f"table below {quote(title)}" if title.strip() else "table"
    message = f"{name} has an empty row"
    return diagnostic(Code.EMPTY_ROW, message, path, row.span, "delete the row")


def missing_cells(path: str, table: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Report a row that lacks cells in columns with a header."""
    headers = [
        cell.plain for cell in table.table.header[row.cell_count :] if cell.plain
    ]
    if headers:
        names = ", ".join(map(quote, headers[:MAX_SHOWN_CELLS]))
        message = f"row {row_label(row)} has no cell for {names}"
        advice = "add an empty cell: `| |`"
        yield diagnostic(Code.MISSING_CELL, message, path, row.span, advice)


def invalid_name(path: str, table: TypeTable, row: Row, kind: str) -> Diagnostic:
    """Report a row without a valid name; `kind` is what the row declares."""
    cell = table.cell(row, Column.NAME)
    if cell and cell.plain.strip():
        message = f"{quote(cell.plain)} is not a valid name for {kind}"
        advice = f"write {_NAME_HELP[kind]}"
        return diagnostic(Code.INVALID_NAME, message, path, cell.span, advice)
    message = f"the name cell of row {row_label(row)} is empty"
    advice = f"write {_NAME_HELP[kind]} in the name column"
    return diagnostic(Code.INVALID_NAME, message, path, row.span, advice)


def row_label(row: Row) -> str:
    """Return the first cell of a row that is not empty, quoted for a message."""
    filled = _filled_cells(row)
    return quote(filled[0].plain if filled else "| |")


def _filled_cells(row: Row) -> list[Inline]:
    return [cell for cell in row.cells if cell.plain.strip()]


def _is_title(cell: Inline) -> bool:
    """Return whether the only filled cell of a row is a title: bold, or several words."""
    return cell.source.startswith("**") or " " in cell.plain
