"""Rows of a methods table: a table in, operation declarations out.

returns := nothing | type expression | words that are none
nothing := "None" | "No content" …
"""

import re
from collections.abc import Iterator

from docgen.diagnostics import Diagnostic
from docgen.extract.cells import bad_name, missing_cells, without_name
from docgen.extract.declarations import OperationDeclaration
from docgen.extract.headers import Column
from docgen.extract.placeholders import description
from docgen.extract.tables import TypeTable
from docgen.extract.type_expression import type_expression
from docgen.markdown.page import Inline, Row
from docgen.schema.links import page_path
from docgen.schema.names import operation_name

NO_RETURN_WORDS = frozenset(
    {"none", "no content", "nothing", "void", "n/a", "not applicable"}
)
"""Words of a return cell that say that nothing is returned."""

_DEPRECATED = re.compile(r"\(deprecated\)", re.IGNORECASE)
_BROKEN_LINK = re.compile(r"\[?([^\[\]]+)\]\s?\(([^()\s]+)\)?")


def operations(
    path: str, found: TypeTable
) -> Iterator[OperationDeclaration | Diagnostic]:
    """Read each row of a methods table (pages, 6)."""
    for row in found.table.rows:
        reported = tuple(without_name(path, found, row))
        yield from reported or _operation(path, found, row)


def _operation(
    path: str, found: TypeTable, row: Row
) -> Iterator[OperationDeclaration | Diagnostic]:
    cell = found.cell(row, Column.NAME) or row.cells[0]
    label, target = _label(cell)
    name = operation_name(_DEPRECATED.sub("", label))
    if not name:
        yield bad_name(path, found, row, "an operation")
        return
    yield from missing_cells(path, found, row)
    returns, text = _cells(found, row)
    words = " ".join(returns.plain.split()) if returns else ""
    yield OperationDeclaration(
        name=name,
        label=label,
        span=row.span,
        label_span=cell.span,
        returns_span=returns.span if returns else row.span,
        returns=type_expression(returns) if returns and not _is_none(words) else None,
        returns_nothing=_is_none(words),
        returns_text=words,
        description=description(text) if text else None,
        api_page=page_path(path, target) if target else None,
    )


def _label(cell: Inline) -> tuple[str, str | None]:
    """Return the words of the cell and the target of its link, be the link broken."""
    if cell.links:
        return " ".join(cell.plain.split()), cell.links[0].target
    is_broken = "](" in cell.source or "] (" in cell.source
    match = _BROKEN_LINK.search(cell.source[:2_000]) if is_broken else None
    if match:
        return match[1].strip(), match[2]
    return " ".join(cell.plain.split()), None


def _cells(found: TypeTable, row: Row) -> tuple[Inline | None, Inline | None]:
    """Return the return cell and the description; the latter alone where one cell lacks."""
    returns = found.cell(row, Column.TYPE)
    text = found.cell(row, Column.DESCRIPTION)
    is_short = row.cell_count < len(row.cells) and not (text and text.plain)
    if returns and is_short and len(returns.plain.split()) > 3:
        return None, returns
    return returns, text


def _is_none(words: str) -> bool:
    return words.lower().rstrip(". ") in NO_RETURN_WORDS
