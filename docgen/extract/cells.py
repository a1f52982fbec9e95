"""Parse the name cell of a row, and report rows without a name or with missing cells.

cell     := mark? name "[]"? mark? footnote? "(deprecated)"?
mark     := "**" | "`" | a quotation mark | punctuation | a link around the name
footnote := "*" | "†" | "¹" | "[1]" | "(required)" | " [beta]" | <sup>…</sup> | a link to a note
                                                                                  -- ignored

A row whose only cell is the end of the sentence in the row above, as formatters leave it of a row
that was broken, has no name.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.tables import Column, TypeTable, filled_cells
from docgen.markdown.page import Inline, Row
from docgen.regex import Regex
from docgen.schema.edm import PRIMITIVE_NAMES
from docgen.sentences import is_end, is_open
from docgen.vocabulary import RULE_CHARACTERS, says_nothing, without_zero_width

MAX_CELL = 300
"""Maximum length of a name cell in which footnotes are looked for."""
MAX_SHOWN_CELLS = 5
"""Maximum number of columns listed in a message."""

_DEPRECATED = Regex(r"\(deprecated\)", re.IGNORECASE)
_FOOTNOTE = Regex(
    r"(?:\s*+(?:[*†‡§¹²³⁰-⁹]|\(\w[^()]{0,60}\)|\[\^?\d{1,3}\]|(?<=\s)\[\w[^\[\]]{0,60}\]))+$"
)
_RAISED = Regex(r"<su([pb])\b[^<>]*>([^<>]{1,20})</su\1>\s*$", re.IGNORECASE)
_BEFORE_NAME = Regex(r"^(?:[-\u2013\u2022]\s+|[\"'\u2018\u201c`*])+")
_AFTER_NAME = Regex(r"[\"'\u2019\u201d.,;:?!`*\s]+$")
_MAX_NOTE = 3
_BOLD = ("**", "<b>", "<strong>")
_RULE = Regex(rf"[\s|{RULE_CHARACTERS}]*")
_LIST_ITEM = Regex(r"(?:[-+*]|\d{1,2}[.)])\s+(?![*_<])|[\u2022\u25aa\u25cf\u25e6]")
"""The beginning of a cell that is an item of a list."""
_TYPED_NAME = Regex(
    rf"[`*]*\w+[`*]*\s*[-\u2013:,(|]\s*[`*]*(?:Collection\(|(?:{'|'.join(PRIMITIVE_NAMES)})\b)"
)
"""The name and the type of a row in one cell."""
_NAME_HELP = {
    "a property": "the name in JSON (`displayName`)",
    "a member": "the name in JSON",
    "an operation": "a label (`List members`)",
}


class NameCell(Struct, frozen=True, kw_only=True):
    """The name in a cell, without marks and footnotes; `is_collection` means `[]` after it."""

    text: str
    is_deprecated: bool
    is_collection: bool = False


def name_cell(cell: Inline) -> NameCell:
    """Parse a name cell."""
    plain = without_zero_width(_without_note(cell))
    text = without_deprecated(plain).strip()
    if len(text) <= MAX_CELL and not text.isidentifier():
        text = _AFTER_NAME.sub("", _BEFORE_NAME.sub("", _FOOTNOTE.sub("", text)))
    is_collection = text.endswith("[]")
    return NameCell(
        text=" ".join(text.removesuffix("[]").split()),
        is_deprecated=marks_deprecated(plain),
        is_collection=is_collection,
    )


def _without_note(cell: Inline) -> str:
    """Return the plain text of a cell without a raised footnote, or a link to one, at its end."""
    note = ""
    if "<su" in cell.source and (raised := _RAISED.search(cell.source)):
        note = raised[2].strip()
    elif len(cell.links) > 0 and cell.links[-1].target.startswith("#"):
        note = cell.links[-1].text
    is_note = 0 < len(note) <= _MAX_NOTE and len(note) < len(cell.plain)
    return cell.plain.removesuffix(note) if is_note else cell.plain


def marks_deprecated(text: str) -> bool:
    """Return whether a name, a label or a title has the remark `(deprecated)`."""
    return _DEPRECATED.search(text) is not None


def without_deprecated(text: str) -> str:
    """Remove the remark `(deprecated)`."""
    return _DEPRECATED.sub("", text)


def nameless_row(path: str, table: TypeTable, index: int) -> Iterator[Diagnostic]:
    """Report a row that is empty, the end of the row above, or a title for the rows after it."""
    row = table.table.rows[index]
    cell = table.cell(row, Column.NAME)
    if is_empty_row(row):
        yield empty_row(path, table, row)
    elif row.is_title and not _TYPED_NAME.match(row.cells[0].source):
        yield _group_row(path, row.cells[0])
    elif not cell or filled_cells(row) != [cell] or cell.links:
        return
    elif is_tail(table.table.rows[index - 1] if index else None, cell):
        message = f"{quote(cell.plain)} is the end of the row above, and not a name"
        advice = "join it to the row above"
        yield diagnostic(Code.INVALID_NAME, message, path, cell.span, advice)
    elif _is_title(cell) or _is_group_title(table, index, cell):
        yield _group_row(path, cell)


def _group_row(path: str, cell: Inline) -> Diagnostic:
    message = f"row {quote(cell.plain)} is only a title for the rows that follow"
    advice = "remove the row, or start a separate table below a heading"
    return diagnostic(Code.GROUP_ROW, message, path, cell.span, advice)


def is_tail(previous: Row | None, cell: Inline) -> bool:
    """Return whether the only filled cell of a row is the end of the row before it.

    One word that can be a name is one, unless the row before it ends in the middle of a sentence.
    """
    text = cell.plain.strip()
    if previous is None or cell.source.startswith("**"):
        return False
    if _LIST_ITEM.match(cell.source):
        return True
    before = filled_cells(previous)
    last = before[-1].plain.strip() if before else ""
    is_complete = len(before) == len(previous.cells) > 1
    may_continue = text[:1].islower() and not text.isidentifier()
    if is_complete and may_continue and last[-1].isalnum():
        return True
    return is_end(text) or is_open(last)


def is_empty_row(row: Row) -> bool:
    """Return whether the cells of a row contain only whitespace and rules."""
    return all(_RULE.fullmatch(cell.plain) for cell in filled_cells(row))


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
        count = len(table.table.header) - row.cell_count
        new = Replacement(" |" * count)
        yield diagnostic(Code.MISSING_CELL, message, path, row.span, advice, new)


def invalid_cells(
    path: str,
    table: TypeTable,
    column: Column,
    value_of: Callable[[Inline], object],
    expected: str,
    advice: str,
) -> Iterator[Diagnostic]:
    """Report cells of a column that have no value, or once that none of several has one.

    `value_of` returns `None` for such a cell. `expected` is what a cell should contain, such as
    "an integer". Rows without a name, or with missing cells, are reported as such.
    """
    cells = [
        table.cell(row, column)
        for row in table.table.rows
        if row.cell_count >= len(table.columns) and _has_name(table, row)
    ]
    filled = [cell for cell in cells if cell and not says_nothing(cell.plain)]
    invalid = [cell for cell in filled if value_of(cell) is None]
    advice = f"{advice}, and any other text in the description"
    if len(invalid) > 1 and invalid == filled and table.table.header:
        header = table.table.header[table.columns.index(column)]
        message = f"no cell of column {quote(header.plain)} is {expected}; the column is ignored"
        yield diagnostic(Code.INVALID_CELL, message, path, header.span, advice)
        return
    for cell in invalid:
        message = f"cell {quote(cell.plain.strip())} is not {expected}; it is ignored"
        yield diagnostic(Code.INVALID_CELL, message, path, cell.span, advice)


def _has_name(table: TypeTable, row: Row) -> bool:
    cell = table.cell(row, Column.NAME)
    return cell is not None and cell.plain.strip() != ""


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
    filled = filled_cells(row)
    return quote(filled[0].plain if filled else "| |")


def _is_title(cell: Inline) -> bool:
    """Return whether the only filled cell of a row is a title: bold, or several words.

    A name with its type is rather a row in one cell.
    """
    is_title = cell.source.startswith(_BOLD) or " " in cell.plain
    return is_title and not _TYPED_NAME.match(cell.source)


def _is_group_title(table: TypeTable, index: int, cell: Inline) -> bool:
    """Return whether the only filled cell of a row is the title of a group of rows.

    It is one if it is a capitalised word, unlike the names of all complete rows, and some of these
    rows follow; or if all such rows begin groups. Names of members may have no other cell, so
    tables without types don't count.
    """
    if Column.TYPE not in table.columns:
        return False
    titles = table.group_titles
    is_word = cell.plain.strip()[:1].isupper() and index < titles.last_complete
    return titles.begin_groups or (is_word and titles.have_lower_names)
