"""The name cell of a row: an `Inline` in, a name or the reason why the row has none out.

cell := mark? name mark? footnote? "(deprecated)"?
mark := "**" | "`" | a link around the name
footnote := "*" | "†" | "(required)" …                -- ignored
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.headers import Column
from docgen.extract.tables import TypeTable, title
from docgen.markdown.page import Inline, Row

MAX_CELL = 300
"""Longer texts are no names, so nothing is looked for in them."""
MAX_SHOWN_CELLS = 5
"""How many columns a message names."""

_DEPRECATED = re.compile(r"\(deprecated\)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*+(?:\*|†|‡|\(\w[^()]{0,60}\)))+$")
_BLANKS = str.maketrans("", "", "\u200b\ufeff\u200e\u200f")
_RULE = re.compile(r"[\s:|_-]*")
_NAMES = {
    "a property": "the name in JSON, such as `displayName`",
    "a member": "the name in JSON",
    "an operation": "words such as `List members`",
}


class NameCell(Struct, frozen=True, kw_only=True):
    """A name as the cell has it, without marks and footnotes."""

    text: str
    is_deprecated: bool


def name_cell(cell: Inline) -> NameCell:
    """Read a name cell (pages, 5.1)."""
    plain = cell.plain.translate(_BLANKS)
    text = _DEPRECATED.sub("", plain).strip()
    if len(text) <= MAX_CELL:
        text = _FOOTNOTE.sub("", text)
    return NameCell(
        text=" ".join(text.strip("`* ").split()),
        is_deprecated=_DEPRECATED.search(plain) is not None,
    )


def without_name(path: str, found: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Report why a row declares nothing: it is empty, or it names the rows that follow."""
    cell = found.cell(row, Column.NAME)
    if is_blank(row):
        yield blank_row(path, found, row)
    elif cell and _filled(row) == [cell] and not cell.links and _is_title(cell):
        message = f"row {quote(cell.plain)} is only a title for the rows that follow"
        advice = "use a heading with a separate table below it"
        yield diagnostic(Code.GROUP_ROW, message, path, cell.span, advice)


def is_blank(row: Row) -> bool:
    """Return whether no cell of a row holds more than blanks and rules."""
    return all(_RULE.fullmatch(cell.plain) for cell in _filled(row))


def blank_row(path: str, found: TypeTable, row: Row) -> Diagnostic:
    """Report an empty row."""
    message = f"{_named_table(found)} has an empty row"
    return diagnostic(Code.EMPTY_ROW, message, path, row.span, "delete the row")


def missing_cells(path: str, found: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Report a row that lacks cells under a header that says something."""
    lacking = [
        cell.plain for cell in found.table.header[row.cell_count :] if cell.plain
    ]
    if lacking:
        names = ", ".join(map(quote, lacking[:MAX_SHOWN_CELLS]))
        message = f"row {row_name(row)} has no cell for {names}"
        advice = "add an empty cell: `| |`"
        yield diagnostic(Code.MISSING_CELL, message, path, row.span, advice)


def bad_name(path: str, found: TypeTable, row: Row, kind: str) -> Diagnostic:
    """Report a row without a valid name; `kind` is what it should name."""
    cell = found.cell(row, Column.NAME)
    if cell and cell.plain.strip():
        message = f"{quote(cell.plain)} is not a valid name for {kind}"
        advice = f"write {_NAMES[kind]}"
        return diagnostic(Code.INVALID_NAME, message, path, cell.span, advice)
    message = f"row {row_name(row)} has no name"
    advice = f"write {_NAMES[kind]} in the name column"
    return diagnostic(Code.INVALID_NAME, message, path, row.span, advice)


def row_name(row: Row) -> str:
    """Return the first cell of a row that holds something, as a message shows it."""
    filled = _filled(row)
    return quote(filled[0].plain if filled else "| |")


def _filled(row: Row) -> list[Inline]:
    return [cell for cell in row.cells if cell.plain.strip()]


def _is_title(cell: Inline) -> bool:
    """Return whether a cell that stands alone in its row is a title: bold, or several words."""
    return cell.source.startswith("**") or " " in cell.plain


def _named_table(found: TypeTable) -> str:
    name = title(found.section)
    return f"table below {quote(name)}" if name.strip() else "table"
