"""Declare enum types: chapters and sections with members tables in, declarations out."""

import re
from collections.abc import Container, Iterator

from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, result_of
from docgen.extract.annotation import parsed_annotations
from docgen.extract.cells import (
    empty_row,
    invalid_cells,
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
    are_flags,
)
from docgen.extract.identity import Identity
from docgen.extract.placeholders import description
from docgen.extract.prose import (
    describes_deprecated_type,
    one_line,
    paragraphs,
    section_description,
)
from docgen.extract.tables import (
    Column,
    TableKind,
    TypeTable,
    enum_name_title,
    section_enum,
)
from docgen.extract.titles import normalized_title
from docgen.extract.values import describes_flags, member_number
from docgen.markdown.page import Inline, Page, Row, Section
from docgen.regex import Regex
from docgen.schema.links import heading_anchor, stem
from docgen.schema.names import is_identifier, short_name, wire_name
from docgen.vocabulary import MEMBER_HEADERS

_FLAGS = Regex(
    r"\bmultiple (?:members|values)\b[^.]{0,80}\b(?:simultaneously|together|combined)\b"
    r"|\bmultiple (?:members|values)\b[^.]{0,80}\bat (?:once|the same time)\b",
    re.IGNORECASE,
)
_EVOLVABLE = Regex(r"\bevolvable\b", re.IGNORECASE)
_NAME_AND_NUMBER = Regex(r"(?P<name>[^\W\d][\w.-]*)\s*=\s*(?P<number>[-\w]{1,20})")
"""A member as code declares it: `red = 1`."""
_ENUM_WORD = Regex(r"enum(?:s|pages?\w*|types?|erations?)?\b", re.IGNORECASE)
_NOT_NAMES = frozenset(
    (
        *("supported", "possible", "valid", "allowed", "available", "permitted"),
        *("default", "known", "other", "common", "additional", "these", "the"),
        *("enum", "enumeration", "enumerated", "type", "class", "object", "member"),
    )
)
"""Words before "enum values" that are not names."""
_GENERAL_WORD = Regex(r"[A-Z][a-z]+")
"""A word of a title that may be a name: `Status values`. Other identifiers are names."""


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


def names_enums(page: Page) -> bool:
    """Return whether a page is about enum types, by its front matter, first heading or file."""
    has_doc_type = any(
        entry.key.casefold() == "doc_type" and _ENUM_WORD.search(entry.value)
        for entry in page.front_matter
    )
    titles = (section.title for section in page.sections if section.heading)
    words = (next(titles, ""), stem(page.path))
    return has_doc_type or any(_ENUM_WORD.search(text) for text in words)


def stray_enum_section(
    path: str, namespace: str, table: TypeTable
) -> Iterator[EnumDeclaration]:
    """Return the enum type that a section of a page about something else may declare.

    Such a page is not reported: its section is only used if a row names the type.
    """
    header = table.table.header
    if header and normalized_title(header[0].plain) not in MEMBER_HEADERS:
        return
    found = result_of(enum_section(path, namespace, table))
    if {one.code for one in found.diagnostics} <= {Code.INVALID_CELL.id}:
        for one in found.value:
            yield replace(one, is_named=False, is_stray=True)


def enum_section(
    path: str,
    namespace: str,
    table: TypeTable,
    *,
    is_named: bool = False,
    of_relationships: Container[str] = (),
) -> Iterator[EnumDeclaration | Diagnostic]:
    """Return the enum type that a section such as `### riskLevel values` declares.

    `is_named` means that the page is about enum types, so that the name in the heading is one.
    `of_relationships` are the names of relationships on the page, in lower case.
    """
    name = enum_section_name(table)
    heading = table.section.heading
    if not name or not heading:
        return
    members = result_of(member_rows(path, table))
    yield from members.diagnostics
    identity = Identity(namespace=namespace, name=name, span=heading.content.span)
    anchor = heading_anchor(table.section.title)
    found = _declaration(identity, table.section, members.value, anchor=anchor)
    is_name = name.lower() not in _NOT_NAMES and not _GENERAL_WORD.fullmatch(name)
    has_numbers = Column.VALUE in table.columns and is_name
    if name.lower() in of_relationships:
        is_named = is_named or says_enum(table)
    else:
        is_named = is_named or has_numbers or names_enum(table)
    yield replace(found, is_named=is_named)


def names_enum(table: TypeTable) -> bool:
    """Return whether a section says that the name in its title is that of an enum type.

    It does if its table has a column of members and the name is more than a word, or if it says
    so in words.
    """
    header = table.table.header
    name = enum_section_name(table)
    has_members = bool(header) and "member" in header[0].plain.lower()
    if name and has_members and not _GENERAL_WORD.fullmatch(name):
        return name.lower() not in _NOT_NAMES
    return says_enum(table)


def says_enum(table: TypeTable) -> bool:
    """Return whether the title of a section contains "enum", or an annotation names its type."""
    name = enum_section_name(table) or ""
    if _ENUM_WORD.search(table.section.title):
        return bool(name) and name.lower() not in _NOT_NAMES
    return bool(name) and any(
        "enum" in one.block_type or short_name(one.type_name or "") == name
        for one in parsed_annotations((table.section,))
    )


def enum_section_name(table: TypeTable) -> str | None:
    """Return the name of the enum type in the title of a section, if it is one word."""
    title = table.section.title
    name = section_enum(title) or enum_name_title(title)
    return name if name and is_identifier(name) else None


def member_rows(
    path: str, table: TypeTable
) -> Iterator[MemberDeclaration | Diagnostic]:
    """Parse the rows of a members table."""
    yield from invalid_cells(
        path, table, Column.VALUE, _value, "an integer", "write the number"
    )
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
    text, value = name_cell(cell).text, _value(table.cell(row, Column.VALUE))
    found = _NAME_AND_NUMBER.fullmatch(text) if value is None else None
    if found and (number := member_number(found["number"])) is not None:
        text, value = found["name"], number
    name = wire_name(text)
    if not name:
        yield invalid_name(path, table, row, "a member")
        return
    yield from missing_cells(path, table, row)
    words = table.cell(row, Column.DESCRIPTION)
    yield MemberDeclaration(
        name=name,
        span=row.span,
        name_span=cell.span,
        value=value,
        description=description(words) if words else None,
    )


def _value(cell: Inline | None) -> int | None:
    return member_number(cell.plain.strip()) if cell else None


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
        flags=bool(_FLAGS.search(prose))
        or describes_flags(prose)
        or are_flags(member.value for member in members),
        open=bool(_EVOLVABLE.search(prose))
        or any(member.name == UNKNOWN_FUTURE_VALUE for member in members),
        description=section_description(section),
        deprecated=describes_deprecated_type(section),
        members=members,
    )
