"""Enum types: chapters and sections with members tables in, enum declarations out."""

import re
from collections.abc import Iterable, Iterator

from docgen.diagnostics import Diagnostic
from docgen.extract.cells import (
    bad_name,
    blank_row,
    is_blank,
    missing_cells,
    name_cell,
    without_name,
)
from docgen.extract.declarations import (
    UNKNOWN_FUTURE_VALUE,
    EnumDeclaration,
    MemberDeclaration,
)
from docgen.extract.findings import parted
from docgen.extract.headers import VALUES_TITLE, Column
from docgen.extract.identity import Identity
from docgen.extract.placeholders import description
from docgen.extract.prose import lead_description, paragraphs, running
from docgen.extract.tables import TypeTable, title
from docgen.extract.traits import says_deprecated
from docgen.markdown.page import Inline, Row, Section
from docgen.schema.model import QualifiedName
from docgen.schema.names import is_identifier, short_name, wire_name

_FLAGS = re.compile(
    r"\bflag(?:s|ged)? enum(?:eration)?s?\b|\benum(?:eration)? of (?:bit ?)?flags\b"
    r"|\bmultiple (?:members|values)\b[^.]{0,80}\b(?:simultaneously|together|combined)\b"
    r"|\bmultiple (?:members|values)\b[^.]{0,80}\bat (?:once|the same time)\b",
    re.IGNORECASE,
)
_EVOLVABLE = re.compile(r"\bevolvable\b", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,18}")
_FEWEST_FLAGS = 3


def enum_type(
    path: str, named: Identity, lead: Section, tables: Iterable[TypeTable]
) -> Iterator[EnumDeclaration | Diagnostic]:
    """Return the enum type that a chapter declares, from its members tables."""
    found = parted(f for table in tables for f in members(path, table))
    yield from found.diagnostics
    yield _declaration(named, lead, found.value, anchor="")


def enum_section(
    path: str, namespace: str, table: TypeTable
) -> Iterator[EnumDeclaration | Diagnostic]:
    """Return the enum type that a section such as `### riskLevel values` declares."""
    name = section_name(table)
    heading = table.section.heading
    if not name or not heading:
        return
    found = parted(members(path, table))
    yield from found.diagnostics
    named = Identity(
        namespace=namespace, name=short_name(name), span=heading.content.span
    )
    yield _declaration(
        named, table.section, found.value, anchor=_anchor(title(table.section))
    )


def section_name(table: TypeTable) -> QualifiedName | None:
    """Return the name that the title of a members section holds, where it is one word."""
    match = VALUES_TITLE.fullmatch(" ".join(title(table.section).split()))
    name = match["name"].strip("`*") if match else ""
    return QualifiedName(name) if is_identifier(name) else None


def members(path: str, found: TypeTable) -> Iterator[MemberDeclaration | Diagnostic]:
    """Read each row of a members table (pages, 9)."""
    for row in found.table.rows:
        yield from tuple(_without_name(path, found, row)) or _member(path, found, row)


def _without_name(path: str, found: TypeTable, row: Row) -> Iterator[Diagnostic]:
    """Report why a row declares nothing; the only cell of a table is not a title."""
    if len(found.columns) > 1:
        yield from without_name(path, found, row)
    elif is_blank(row):
        yield blank_row(path, found, row)


def _member(
    path: str, found: TypeTable, row: Row
) -> Iterator[MemberDeclaration | Diagnostic]:
    cell = found.cell(row, Column.NAME) or row.cells[0]
    name = wire_name(name_cell(cell).text)
    if not name:
        yield bad_name(path, found, row, "a member")
        return
    yield from missing_cells(path, found, row)
    text = found.cell(row, Column.DESCRIPTION)
    yield MemberDeclaration(
        name=name,
        span=row.span,
        name_span=cell.span,
        value=_value(found.cell(row, Column.VALUE)),
        description=description(text) if text else None,
    )


def _value(cell: Inline | None) -> int | None:
    text = cell.plain.strip() if cell else ""
    return int(text) if _NUMBER.fullmatch(text) else None


def _declaration(
    named: Identity,
    section: Section,
    found: tuple[MemberDeclaration, ...],
    *,
    anchor: str,
) -> EnumDeclaration:
    text = " ".join(map(running, paragraphs(section)))
    return EnumDeclaration(
        namespace=named.namespace,
        name=named.name,
        span=named.span,
        anchor=anchor,
        flags=bool(_FLAGS.search(text)) or _are_flags(found),
        open=bool(_EVOLVABLE.search(text))
        or any(m.name == UNKNOWN_FUTURE_VALUE for m in found),
        description=lead_description(section),
        deprecated=says_deprecated(section),
        members=found,
    )


def _anchor(title: str) -> str:
    """Return the anchor that a heading gets on the web: `risklevel-values`."""
    words = (re.sub(r"[^\w-]", "", word) for word in title.lower().split())
    return "-".join(word for word in words if word)


def _are_flags(found: tuple[MemberDeclaration, ...]) -> bool:
    """Return whether the numbers of the members are powers of two, beyond 0, 1, 2."""
    numbers = {m.value for m in found if m.value}
    return len(numbers) >= _FEWEST_FLAGS and all(
        n > 0 and n & (n - 1) == 0 for n in numbers
    )
