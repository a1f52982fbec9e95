"""Parse the rows of properties, relationships and methods tables: declarations or diagnostics out.

return cell := nothing | type expression | other words
nothing     := "None" | "No content" …
"""

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.deprecation import deprecation_notice
from docgen.extract.cells import (
    NameCell,
    invalid_cells,
    invalid_name,
    marks_deprecated,
    missing_cells,
    name_cell,
    nameless_row,
    without_deprecated,
)
from docgen.extract.facts import (
    NO_FACTS,
    Facts,
    facts,
    facts_in_remark,
    with_values,
)
from docgen.extract.placeholders import description
from docgen.extract.tables import Column, TypeTable
from docgen.extract.type_expression import TypeExpression, type_expression
from docgen.extract.type_tables import OperationDeclaration, RowDeclaration
from docgen.markdown.page import Inline, Row
from docgen.regex import Regex
from docgen.schema.edm import UNTYPED
from docgen.schema.links import anchor, page_path, stem
from docgen.schema.names import operation_name, property_name
from docgen.schema.url_templates import singular_word
from docgen.vocabulary import NO_RETURN_WORDS

_YES = frozenset(
    {"yes", "true", "y", "x", "always", "\u2713", "\u2714", "\u2705", "\u2611"}
    | {"required", "read-only", "readonly", "nullable", "key"}
)
_NO = frozenset(
    {"no", "false", "n", "never", "\u2716", "\u2717", "\u2718", "\u274c", "\u2610"}
    | {"optional", "not required", "not nullable", "read-write", "read/write"}
)
_FACTS = (Column.REQUIRED, Column.NULLABLE, Column.READ_ONLY, Column.KEY)
"""Columns whose cells say yes or no."""
_REMARK = Regex(r"\s*(?:\([^()]*\)|[*\u2020\u2021])$")
"""A remark in parentheses, or the mark of a footnote."""
_FILE_PREFIX = Regex(r".*[-_]")
"""What the name of a file has before that of its type: `intune-`, `dynamics_`."""
_INVALID_LINK = Regex(r"\[?([^\[\]]+)\]\s?\(([^()\s]+)\)?")


def property_rows(path: str, table: TypeTable) -> Iterator[RowDeclaration | Diagnostic]:
    """Parse the rows of a properties or relationships table."""
    for column in _FACTS:
        yield from invalid_cells(
            path, table, column, _boolean, "yes or no", "write yes or no"
        )
    for index, row in enumerate(table.table.rows):
        reported = tuple(nameless_row(path, table, index))
        yield from reported or _property(path, table, row)


def _property(
    path: str, table: TypeTable, row: Row
) -> Iterator[RowDeclaration | Diagnostic]:
    cell = table.cell(row, Column.NAME)
    parsed_name = name_cell(cell) if cell else None
    name = property_name(parsed_name.text) if parsed_name else None
    if not cell or not parsed_name or not name:
        yield invalid_name(path, table, row, "a property")
        return
    type_cell = table.cell(row, Column.TYPE) or cell
    expression = type_expression(type_cell)
    if expression:
        expression = _with_linked_plural(expression, name, cell)
    if expression and parsed_name.is_collection:
        expression = replace(expression, is_collection=True)
    yield from missing_cells(path, table, row)
    yield from _type_findings(path, name, type_cell, expression)
    text = table.cell(row, Column.DESCRIPTION)
    yield RowDeclaration(
        name=name,
        span=row.span,
        name_span=cell.span,
        type=expression,
        type_span=type_cell.span,
        description=description(text) if text else None,
        description_span=text.span if text else row.span,
        facts=_facts(table, row, parsed_name, text, expression),
    )


def _with_linked_plural(
    expression: TypeExpression, name: str, cell: Inline
) -> TypeExpression:
    """Return a collection of the type on the page that the name links to, if its plural is named.

    `[pictures](picture.md)` with the type `pictures` is a collection of `picture`.
    """
    text = expression.name.text
    is_plain = expression.name.target is None and len(cell.links) == 1
    if not is_plain or text.lower() != name.lower():
        return expression
    target, one = cell.links[0].target, singular_word(text)
    file_name = _FILE_PREFIX.sub("", stem(target.partition("#")[0]))
    if one == text or file_name.lower() != one.lower():
        return expression
    linked = replace(expression.name, text=one, target=target)
    return replace(expression, name=linked, is_collection=True)


def _type_findings(
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
    elif expression.is_nested:
        message = (
            f"type cell {quote(cell.plain)} is a collection of collections; "
            "using a collection of values of any type"
        )
        advice = "use a type whose property is the inner collection"
        yield diagnostic(Code.EXTRA_TEXT_IN_TYPE, message, path, cell.span, advice)
    elif expression.alternatives or (
        expression.extra_text and not facts_in_remark(expression.extra_text)
    ):
        is_unknown = expression.name.text == UNTYPED
        used = quote("Any" if is_unknown else expression.name.text)
        message = (
            f"type cell {quote(cell.plain)} contains more than a type; using {used}"
        )
        advice = "move the rest to the description"
        yield diagnostic(Code.EXTRA_TEXT_IN_TYPE, message, path, cell.span, advice)


def _facts(
    table: TypeTable,
    row: Row,
    name: NameCell,
    text: Inline | None,
    expression: TypeExpression | None,
) -> Facts:
    """Return the facts of a description; columns such as Required override them.

    Remarks next to the type (`String, read-only`) count if neither says anything about it.
    """
    columns = {
        column.value: value
        for column in _FACTS
        if (value := _boolean(table.cell(row, column))) is not None
    }
    if name.is_deprecated:
        columns["deprecated"] = True
    found = facts(text) if text else NO_FACTS
    if expression and expression.values:
        found = with_values(found, expression.values)
    for field, value in _facts_beside(expression).items():
        if getattr(found, field) is None:
            columns.setdefault(field, value)
    return replace(found, **columns) if columns else found


def _facts_beside(type_: TypeExpression | None) -> dict[str, bool]:
    """Return the facts next to a type, by field of `Facts`."""
    if type_ is None:
        return {}
    found = facts_in_remark(type_.extra_text) if type_.extra_text else {}
    return {"nullable": True} | found if type_.is_nullable else found


def _boolean(cell: Inline | None) -> bool | None:
    text = cell.plain.strip() if cell else ""
    word = _REMARK.sub("", text).rstrip(".").lower()
    return True if word in _YES else False if word in _NO else None


def operation_rows(
    path: str, table: TypeTable
) -> Iterator[OperationDeclaration | Diagnostic]:
    """Parse the rows of a methods table."""
    for index, row in enumerate(table.table.rows):
        reported = tuple(nameless_row(path, table, index))
        yield from reported or _operation(path, table, row)


def _operation(
    path: str, table: TypeTable, row: Row
) -> Iterator[OperationDeclaration | Diagnostic]:
    cell = table.cell(row, Column.NAME) or row.cells[0]
    label, target = _label(cell)
    name = operation_name(without_deprecated(label))
    if not name:
        yield invalid_name(path, table, row, "an operation")
        return
    yield from missing_cells(path, table, row)
    returns, text = _return_and_description(table, row)
    words = " ".join(returns.plain.split()) if returns else ""
    returns_nothing = words.lower().rstrip(". ") in NO_RETURN_WORDS
    yield OperationDeclaration(
        name=name,
        label=label,
        span=row.span,
        label_span=cell.span,
        returns_span=returns.span if returns else row.span,
        returns=type_expression(returns) if returns and not returns_nothing else None,
        returns_nothing=returns_nothing,
        returns_text=words,
        description=description(text) if text else None,
        api_page=page_path(path, target) if target else None,
        anchor=anchor(target) if target else "",
        deprecation=_deprecation(label, text),
    )


def _deprecation(label: str, text: Inline | None) -> str | None:
    notice = deprecation_notice(text.plain) if text else None
    return "" if notice is None and marks_deprecated(label) else notice


def _label(cell: Inline) -> tuple[str, str | None]:
    """Return the words of a cell and the target of its link, even if a bracket is missing."""
    if cell.links:
        return " ".join(cell.plain.split()), cell.links[0].target
    is_invalid = "](" in cell.source or "] (" in cell.source
    match = _INVALID_LINK.search(cell.source[:2_000]) if is_invalid else None
    if match:
        return match[1].strip(), match[2]
    return " ".join(cell.plain.split()), None


def _return_and_description(
    table: TypeTable, row: Row
) -> tuple[Inline | None, Inline | None]:
    """Return two cells; a sentence in the last cell of a short row is the description."""
    returns = table.cell(row, Column.TYPE)
    text = table.cell(row, Column.DESCRIPTION)
    is_short = row.cell_count < len(row.cells) and not (text and text.plain)
    if returns and is_short and len(returns.plain.split()) > 3:
        return None, returns
    return returns, text
