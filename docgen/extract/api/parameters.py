"""Parse the rows of the parameter tables of an API page: declarations or diagnostics out.

The first column has the names, unless another header says so. In tables of headers and options,
`Value` is an example; in tables of the body without a column `Type`, it is the type.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.api.declarations import ParameterDeclaration, ParameterSection
from docgen.extract.api.outline import Role, RoleSection
from docgen.extract.cells import name_cell, nameless_row, row_label
from docgen.extract.facts import facts
from docgen.extract.placeholders import description
from docgen.extract.tables import Column, TypeTable, table_kind
from docgen.extract.titles import normalized_title
from docgen.extract.type_expression import TypeExpression, type_expression
from docgen.markdown.page import Inline, Row, Table
from docgen.regex import Regex
from docgen.vocabulary import API_PAGE_HEADERS

_SECTIONS: dict[Role, ParameterSection] = {
    Role.PATH: "path",
    Role.FUNCTION: "function",
    Role.QUERY: "query",
    Role.PARAMETERS: "parameters",
    Role.HEADERS: "header",
    Role.BODY: "body",
}
_COLUMNS: dict[Column, tuple[str, ...]] = {
    Column.NAME: (
        *("name", "parameter", "parameter name", "property", "property name"),
        *sorted(API_PAGE_HEADERS),
    ),
    Column.TYPE: ("type", "data type"),
    Column.DESCRIPTION: ("description", "descriptions"),
    Column.VALUE: ("value", "values"),
    Column.REQUIRED: ("required", "required?", "required (y/n)"),
}
_HEADERS = {word: column for column, words in _COLUMNS.items() for word in words}
_HEADER_NAME = Regex(r"[A-Za-z][\w-]*(?=\s*(?::|$))|[A-Za-z]\w*(?:-\w+)+")
_NAME = Regex(r"[$@]?[A-Za-z_][\w.@/#-]*")
_YES, _NO = frozenset({"yes", "y", "true", "required"}), frozenset({"no", "n", "false"})


def parameters(
    path: str, sections: Sequence[RoleSection], *, declares_types: bool
) -> Iterator[ParameterDeclaration | Diagnostic]:
    """Parse the rows of all tables in the sections about parameters; report those of others.

    If the page `declares_types`, tables below titles such as Properties are theirs.
    """
    for one in sections:
        section = _SECTIONS.get(one.role)
        for block in one.section.blocks:
            if not isinstance(block, Table) or _is_about_permissions(one, block):
                continue
            if section and _has_parameters(block):
                columns = _columns(block, section)
                table = TypeTable(section=one.section, table=block, columns=columns)
                yield from _rows(path, section, table)
            elif section or not (declares_types and table_kind(one.section.title)):
                yield from _unrelated_rows(path, block)


def _is_about_permissions(one: RoleSection, table: Table) -> bool:
    first = normalized_title(table.header[0].plain) if table.header else ""
    return one.role is Role.PERMISSIONS and _HEADERS.get(first) is not Column.NAME


def ignored_rows(path: str, sections: Sequence[RoleSection]) -> Iterator[Diagnostic]:
    """Report the rows of all tables of parameters on a page without a request."""
    for one in sections:
        for block in one.section.blocks if one.role in _SECTIONS else ():
            for row in block.rows if isinstance(block, Table) else ():
                message = f"row {row_label(row)} is ignored: its page has no request"
                advice = "add a code block with the request below `## HTTP request`"
                yield diagnostic(Code.IGNORED_ROW, message, path, row.span, advice)


def _has_parameters(table: Table) -> bool:
    """Return whether a header says that a table has parameters, or there is no header."""
    headers = [_HEADERS.get(normalized_title(cell.plain)) for cell in table.header]
    return not headers or headers[0] is Column.NAME or Column.TYPE in headers


def _unrelated_rows(path: str, table: Table) -> Iterator[Diagnostic]:
    for row in table.rows:
        message = f"row {row_label(row)} is ignored: its table has no parameters"
        advice = "if it is a parameter, write `Name` as the first header of the table"
        yield diagnostic(Code.UNRELATED_ROW, message, path, row.span, advice)


def _columns(table: Table, section: ParameterSection) -> tuple[Column | None, ...]:
    found: list[Column | None] = []
    for cell in table.header:
        column = _HEADERS.get(normalized_title(cell.plain))
        found.append(None if column in found else column)
    if not found:
        width = max((len(row.cells) for row in table.rows), default=0)
        third = Column.DESCRIPTION if width > 2 else None
        second = Column.TYPE if width > 2 else Column.DESCRIPTION
        return (Column.NAME, second, third, *[None] * width)[:width]
    if Column.NAME not in found:
        found[0] = Column.NAME
    is_type = section not in ("header", "query") and Column.TYPE not in found
    if is_type and Column.VALUE in found:
        found[found.index(Column.VALUE)] = Column.TYPE
    return tuple(found)


def _rows(
    path: str, section: ParameterSection, table: TypeTable
) -> Iterator[ParameterDeclaration | Diagnostic]:
    for index, row in enumerate(table.table.rows):
        cell = table.cell(row, Column.NAME) or row.cells[0]
        name = _name(cell, section)
        reported = () if name else tuple(nameless_row(path, table, index))
        if reported:
            yield from reported
        elif name:
            yield _parameter(section, table, row, cell, name)
        else:
            yield _invalid_name(path, row, cell)


def _name(cell: Inline, section: ParameterSection) -> str | None:
    text = name_cell(cell).text
    if section == "header":
        found = _HEADER_NAME.match(text)
        return found[0] if found else None
    return text if _NAME.fullmatch(text) else _first_word(text)


def _first_word(text: str) -> str | None:
    """Return the name in a cell with a remark: `members (optional)`, `x or y`."""
    found = _NAME.match(text)
    if found is None:
        return None
    is_option = found[0].startswith("$")
    rest = text[found.end() :].lstrip()
    return found[0] if is_option or rest[:1] in ("(", "=", ":", "[", "*") else None


def _parameter(
    section: ParameterSection, table: TypeTable, row: Row, cell: Inline, name: str
) -> ParameterDeclaration:
    type_cell = table.cell(row, Column.TYPE)
    text = table.cell(row, Column.DESCRIPTION) or table.cell(row, Column.VALUE)
    return ParameterDeclaration(
        name=name,
        section=section,
        type=_type(type_cell) if type_cell else None,
        type_span=type_cell.span if type_cell else row.span,
        required=_required(table.cell(row, Column.REQUIRED), text),
        description=description(text) if text else None,
        span=cell.span,
    )


def _type(cell: Inline) -> TypeExpression | None:
    return type_expression(cell) if cell.plain.strip() else None


def _required(cell: Inline | None, text: Inline | None) -> bool | None:
    word = cell.plain.strip().rstrip(".").lower() if cell else ""
    if word in _YES | _NO:
        return word in _YES
    words = text.plain.lower() if text else ""
    if text is None or not ("required" in words or "optional" in words):
        return None
    return facts(text).required


def _invalid_name(path: str, row: Row, cell: Inline) -> Diagnostic:
    if cell.plain.strip():
        message = f"{quote(cell.plain)} is not a valid name for a parameter"
        advice = "write the name as it is in the request"
        return diagnostic(Code.INVALID_NAME, message, path, cell.span, advice)
    message = f"the name cell of row {row_label(row)} is empty"
    advice = "write the name of the parameter in the first column"
    return diagnostic(Code.INVALID_NAME, message, path, row.span, advice)
