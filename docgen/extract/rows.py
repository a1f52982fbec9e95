"""Rows of a properties or relationships table: a table in, row declarations out."""

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.cells import (
    NameCell,
    bad_name,
    missing_cells,
    name_cell,
    without_name,
)
from docgen.extract.declarations import RowDeclaration
from docgen.extract.facts import NO_FACTS, Facts, facts
from docgen.extract.headers import Column
from docgen.extract.placeholders import description
from docgen.extract.tables import TypeTable
from docgen.extract.type_expression import TypeExpression, type_expression
from docgen.markdown.page import Inline, Row
from docgen.schema.names import property_name

_YES = frozenset({"yes", "true", "y", "x", "✓", "✔", "required", "read-only", "key"})
_NO = frozenset({"no", "false", "n", "optional"})


def rows(path: str, found: TypeTable) -> Iterator[RowDeclaration | Diagnostic]:
    """Read each row of a table; a row that declares nothing becomes a diagnostic."""
    for row in found.table.rows:
        reported = tuple(without_name(path, found, row))
        yield from reported or _row(path, found, row)


def _row(
    path: str, found: TypeTable, row: Row
) -> Iterator[RowDeclaration | Diagnostic]:
    cell = found.cell(row, Column.NAME)
    written = name_cell(cell) if cell else None
    name = property_name(written.text) if written else None
    if not cell or not written or not name:
        yield bad_name(path, found, row, "a property")
        return
    type_cell = found.cell(row, Column.TYPE) or cell
    expression = type_expression(type_cell)
    yield from missing_cells(path, found, row)
    yield from type_findings(path, name, type_cell, expression)
    text = found.cell(row, Column.DESCRIPTION)
    yield RowDeclaration(
        name=name,
        span=row.span,
        name_span=cell.span,
        type=expression,
        type_span=type_cell.span,
        description=description(text) if text else None,
        description_span=text.span if text else row.span,
        facts=_facts(found, row, written, text),
    )


def type_findings(
    path: str, name: str, cell: Inline, expression: TypeExpression | None
) -> Iterator[Diagnostic]:
    """Report a type cell that contains no type, or more than a type."""
    if expression is None:
        message = f"{quote(cell.plain)} is not a type; the type of `{name}` is unknown"
        if not cell.plain.strip():
            message = f"type cell of `{name}` is empty; its type is unknown"
        advice = (
            "write a type such as `String`, `[team](team.md)` or `String collection`"
        )
        yield diagnostic(Code.INVALID_TYPE_EXPRESSION, message, path, cell.span, advice)
    elif expression.surplus or expression.alternatives:
        message = (
            f"type cell {quote(cell.plain)} contains more than a type; "
            f"used {quote(expression.name.text)}"
        )
        advice = "move the rest to the description"
        yield diagnostic(Code.EXTRA_TEXT_IN_TYPE, message, path, cell.span, advice)


def _facts(found: TypeTable, row: Row, name: NameCell, text: Inline | None) -> Facts:
    """Return the facts of a description, with those of the table's own columns over them."""
    said = facts(text) if text else NO_FACTS
    columns = {
        column.value: value
        for column in (Column.REQUIRED, Column.NULLABLE, Column.READ_ONLY, Column.KEY)
        if (value := _claim(found.cell(row, column))) is not None
    }
    if name.is_deprecated:
        columns["deprecated"] = True
    return replace(said, **columns) if columns else said


def _claim(cell: Inline | None) -> bool | None:
    word = cell.plain.strip().rstrip(".").lower() if cell else ""
    return True if word in _YES else False if word in _NO else None
