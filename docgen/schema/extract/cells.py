"""The name cell of a row: an `Inline` in, a name or the reason why the row has none out.

cell := mark? name mark? footnote? "(deprecated)"?
mark := "**" | "`" | a link around the name
footnote := "*" | "†" | "(required)" …                -- passed over
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.markdown.page import Inline, Row
from docgen.schema.extract.tables import TypeTable
from docgen.schema.headers import Column

LONGEST_CELL = 300
"""Longer texts are no names, so nothing is looked for in them."""

_DEPRECATED = re.compile(r"\(deprecated\)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*+(?:\*|†|‡|\(\w[^()]{0,60}\)))+$")
_BLANKS = str.maketrans("", "", "\u200b\ufeff\u200e\u200f")
_RULE = re.compile(r"[\s:|_-]*")


class NameCell(Struct, frozen=True, kw_only=True):
    """A name as the cell has it, without marks and footnotes."""

    text: str
    is_deprecated: bool


def name_cell(cell: Inline) -> NameCell:
    """Read a name cell (pages, 5.1)."""
    plain = cell.plain.translate(_BLANKS)
    text = _DEPRECATED.sub("", plain).strip()
    if len(text) <= LONGEST_CELL:
        text = _FOOTNOTE.sub("", text)
    return NameCell(
        text=" ".join(text.strip("`* ").split()),
        is_deprecated=_DEPRECATED.search(plain) is not None,
    )


def without_name(path: str, found: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Tell why a row declares nothing: it is blank, or it names the rows that follow."""
    cell = found.cell(row, Column.NAME)
    filled = [c for c in row.cells if c.plain.strip()]
    if all(_RULE.fullmatch(c.plain) for c in filled):
        message = "the row is empty and declares nothing"
        yield diagnostic(Code.BLANK_ROW, message, path, row.span, "delete the row")
    elif filled == [cell] and cell and not cell.links and is_group(cell):
        message = f"`{shown(cell)}` only names the rows that follow it"
        yield diagnostic(Code.GROUP_ROW, message, path, cell.span)


def missing_cells(path: str, found: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Tell of a row that lacks cells under a header that says something."""
    lacking = [cell.plain for cell in found.table.header[row.written :] if cell.plain]
    if lacking:
        names = ", ".join(f"`{name}`" for name in lacking)
        message = f"the row has no cell for {names}"
        advice = "write an empty cell: `| |`"
        yield diagnostic(Code.MISSING_CELL, message, path, row.span, advice)


def is_group(cell: Inline) -> bool:
    """Tell whether a cell that stands alone in its row is a title: bold, or several words."""
    return cell.source.startswith("**") or " " in cell.plain


def shown(cell: Inline) -> str:
    """Give the text of a cell as a message shows it: one line, not too long."""
    text = " ".join(cell.plain.split()).replace("`", "'")
    return text if len(text) <= 60 else text[:57] + "..."
