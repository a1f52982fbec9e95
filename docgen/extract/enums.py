"""Declare enum types: chapters and sections with members tables in, declarations out."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, result_of
from docgen.extract.cells import (
    empty_row,
    invalid_name,
    is_empty_row,
    missing_cells,
    name_cell,
    nameless_row,
)
from docgen.extract.chapter_content import ChapterContent
from docgen.extract.declarations import (
    UNKNOWN_FUTURE_VALUE,
    EnumDeclaration,
    MemberDeclaration,
)
from docgen.extract.identity import Identity
from docgen.extract.placeholders import description
from docgen.extract.prose import (
    describes_deprecated_type,
    one_line,
    paragraphs,
    section_description,
)
from docgen.extract.tables import ENUM_SECTION_TITLE, Column, TableKind, TypeTable
from docgen.markdown.page import Inline, Row, Section
from docgen.schema.links import heading_anchor
from docgen.schema.names import is_identifier, wire_name

_FLAGS = re.compile(
    r"\bflag(?:s|ged)? enum(?:eration)?s?\b|\benum(?:eration)? of (?:bit ?)?flags\b"
    r"|\bmultiple (?:members|values)\b[^.]{0,80}\b(?:simultaneously|together|combined)\b"
    r"|\bmultiple (?:members|values)\b[^.]{0,80}\bat (?:once|the same time)\b",
    re.IGNORECASE,
)
_EVOLVABLE = re.compile(r"\bevolvable\b", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,18}")
_MIN_FLAGS = 3


def enum_type(
    content: ChapterContent, identity: Identity
) -> Iterator[EnumDeclaration | Diagnostic]:
    """Return the enum type that a chapter declares, with the members of all its tables."""
    members = result_of(
        finding
        for table in content.tables
        if table.kind == TableKind.MEMBERS
        for finding in member_rows(content.path, table)
    )
    yield from members.diagnostics
    lead = content.chapter.sections[0]
    yield _declaration(identity, lead, members.value, anchor="")


def enum_section(
    path: str, namespace: str, table: TypeTable
) -> Iterator[EnumDeclaration | Diagnostic]:
    """Return the enum type that a section such as `### riskLevel values` declares."""
    name = enum_section_name(table)
    heading = table.section.heading
    if not name or not heading:
        return
    members = result_of(member_rows(path, table))
    yield from members.diagnostics
    identity = Identity(namespace=namespace, name=name, span=heading.content.span)
    anchor = heading_anchor(table.section.title)
    yield _declaration(identity, table.section, members.value, anchor=anchor)


def enum_section_name(table: TypeTable) -> str | None:
    """Return the name of the enum type in the title of a section, if it is one word."""
    match = ENUM_SECTION_TITLE.fullmatch(" ".join(table.section.title.split()))
    name = match["name"].strip("`*") if match else ""
    return name if is_identifier(name) else None


def member_rows(
    path: str, table: TypeTable
) -> Iterator[MemberDeclaration | Diagnostic]:
    """Parse the rows of a members table."""
    for index, row in enumerate(table.table.rows):
        yield from tuple(_nameless(path, table, index)) or _member(path, table, row)


def _nameless(path: str, table: TypeTable, index: int) -> Iterator[Diagnostic]:
    """Report a row that declares nothing; in a table of one column, no row is a title."""
    row = table.table.rows[index]
    if len(table.columns) > 1:
        yield from nameless_row(path, table, index)
    elif is_empty_row(row):
        yield empty_row(path, table, row)


def _member(
    path: str, table: TypeTable, row: Row
) -> Iterator[MemberDeclaration | Diagnostic]:
    cell = table.cell(row, Column.NAME) or row.cells[0]
    name = wire_name(name_cell(cell).text)
    if not name:
        yield invalid_name(path, table, row, "a member")
        return
    yield from missing_cells(path, table, row)
    text = table.cell(row, Column.DESCRIPTION)
    yield MemberDeclaration(
        name=name,
        span=row.span,
        name_span=cell.span,
        value=_value(table.cell(row, Column.VALUE)),
        description=description(text) if text else None,
    )


def _value(cell: Inline | None) -> int | None:
    text = cell.plain.strip() if cell else ""
    return int(text) if _NUMBER.fullmatch(text) else None


def _declaration(
    identity: Identity,
    section: Section,
    members: tuple[MemberDeclaration, ...],
    *,
    anchor: str,
) -> EnumDeclaration:
    prose = " ".join(map(one_line, paragraphs(section)))
    return EnumDeclaration(
        namespace=identity.namespace,
        name=identity.name,
        span=identity.span,
        anchor=anchor,
        flags=bool(_FLAGS.search(prose)) or _are_flags(members),
        open=bool(_EVOLVABLE.search(prose))
        or any(member.name == UNKNOWN_FUTURE_VALUE for member in members),
        description=section_description(section),
        deprecated=describes_deprecated_type(section),
        members=members,
    )


def _are_flags(members: tuple[MemberDeclaration, ...]) -> bool:
    """Return whether the values are powers of two, and at least three are not 0."""
    values = {member.value for member in members if member.value}
    return len(values) >= _MIN_FLAGS and all(
        value > 0 and value & (value - 1) == 0 for value in values
    )
