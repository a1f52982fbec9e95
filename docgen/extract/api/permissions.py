"""Read the permission tables of an API page.

table       := rows with a scheme and its permissions
             | rows with a resource, and a column for each scheme
cell        := ( [ "for" resource ":" ] choice )* | "Not supported."
choice      := alternative ( ( "," | ";" | "or" | line break ) alternative )*
alternative := permission ( ( "and" | "plus" | "+" ) permission )*   -- needed together
permission  := word ( "." word )+                                     -- Mail.Read, Sites.Read.All

A row whose label names no scheme belongs to the scheme of the row above. The order is least
privileged first, unless the header says "from most to least".
"""

import re
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, Replacement, diagnostic, quote
from docgen.extract.api.declarations import PermissionDeclaration, Scheme
from docgen.extract.api.outline import Role, RoleSection
from docgen.markdown.page import Inline, Row, Table
from docgen.regex import Regex
from docgen.schema.model import Conjunction
from docgen.source import Span

MAX_PERMISSIONS = 20_000
"""Maximum number of characters of a cell that are read."""

_PERMISSION = Regex(r"(?<![\w./-])[A-Za-z][\w-]*+(?:\.[\w-]++)+")
_TOGETHER = Regex(r"\b(?:and|plus)\b|\+|&", re.IGNORECASE)
_APART = Regex(r"[,;\n]|\bor\b", re.IGNORECASE)
_RESOURCE = Regex(r"(?:^|(?<=[\n.;,]))\s*for\s([^:.;,\n]{1,60}):", re.IGNORECASE)
_CHUNK = Regex(r"(?:(?!\b(?:and|plus|or)\b)[^,;\n+&])+", re.IGNORECASE)
_NOT_PERMISSION = Regex(
    r"[A-Z]\w*(?:\s+[A-Z]\w*(?:\.[\w-]+)+|\s*\.\s+\w+|\s+\.\s*\w+)(?:\.[\w-]+)*|[A-Z][a-z]+[A-Z]\w*"
)
"""A permission with a space for a dot or around one, or without a dot."""
_FROM_MOST = Regex(r"from most to least", re.IGNORECASE)


def declared_permissions(
    sections: Sequence[RoleSection],
) -> Iterator[PermissionDeclaration]:
    """Return the permissions in all tables of the sections about them."""
    for section in sections:
        if section.role is Role.PERMISSIONS:
            for block in section.section.blocks:
                if isinstance(block, Table):
                    yield from _of_table(block)


def unknown_permissions(
    path: str, sections: Sequence[RoleSection]
) -> Iterator[Diagnostic]:
    """Report what is written like a permission, but is none."""
    for section in sections:
        for block in section.section.blocks if section.role is Role.PERMISSIONS else ():
            for row in block.rows if isinstance(block, Table) else ():
                for cell in row.cells[1:]:
                    yield from _unknown(path, cell)


def _unknown(path: str, cell: Inline) -> Iterator[Diagnostic]:
    for chunk in _CHUNK.finditer(cell.plain[:MAX_PERMISSIONS]):
        text = chunk[0].strip(" .*\u00a0")
        if not _NOT_PERMISSION.fullmatch(text):
            continue
        found = cell.source.find(text)
        is_on_first_line = 0 <= found < cell.span.end_column - cell.span.column
        start = cell.span.column + max(found, 0)
        span = Span(cell.span.line, start, start + len(text))
        message = f"{quote(text)} is not a permission"
        advice = "write its words with dots between them, as in `Mail.Read`"
        yield diagnostic(
            Code.UNKNOWN_PERMISSION,
            message,
            path,
            span if is_on_first_line else cell.span,
            advice,
            *([Replacement(".".join(text.split()))] if is_on_first_line else []),
        )


def _of_table(table: Table) -> Iterator[PermissionDeclaration]:
    headers = [cell.plain for cell in table.header]
    schemes: list[Scheme | None] = [_scheme(header) for header in headers]
    if any(schemes[1:]):
        for row in table.rows:
            yield from _of_wide_row(row, schemes)
        return
    is_reversed = any(map(_FROM_MOST.search, headers))
    scheme: Scheme | None = None
    for row in table.rows:
        scheme = _scheme(row.cells[0].plain) or scheme
        for cell in row.cells[1:] if scheme else ():
            for resource, text in _by_resource(cell):
                found = _alternatives(text)
                if scheme and found:
                    yield PermissionDeclaration(
                        scheme=scheme,
                        alternatives=found[::-1] if is_reversed else found,
                        resource=resource,
                        span=cell.span,
                    )


def _of_wide_row(
    row: Row, schemes: Sequence[Scheme | None]
) -> Iterator[PermissionDeclaration]:
    resource = " ".join(row.cells[0].plain.split())
    for cell, scheme in zip(row.cells, schemes, strict=False):
        found = _alternatives(cell.plain[:MAX_PERMISSIONS])
        if scheme and found:
            yield PermissionDeclaration(
                scheme=scheme, alternatives=found, resource=resource, span=cell.span
            )


def _scheme(label: str) -> Scheme | None:
    words = label.strip(" *_\u00a0\n").lower()
    if words.startswith("delegated"):
        return "delegated_personal" if "personal" in words else "delegated_work"
    return "application" if words.startswith("application") else None


def _by_resource(cell: Inline) -> Iterator[tuple[str, str]]:
    """Return the parts of a cell, each with the resource that it is for, empty for all."""
    text = cell.plain[:MAX_PERMISSIONS]
    starts = [*_RESOURCE.finditer(text)]
    yield "", text[: starts[0].start()] if starts else text
    ends = [*(one.start() for one in starts[1:]), len(text)]
    for start, end in zip(starts, ends, strict=False):
        yield " ".join(start[1].split()), text[start.end() : end]


def _alternatives(text: str) -> tuple[Conjunction, ...]:
    found: list[list[str]] = []
    end = 0
    for match in _PERMISSION.finditer(text):
        between = text[end : match.start()]
        if found and _TOGETHER.search(between) and not _APART.search(between):
            found[-1].append(match[0])
        else:
            found.append([match[0]])
        end = match.end()
    return tuple(dict.fromkeys(tuple(one) for one in found))
