"""Classify the tables of a chapter: what their rows declare and what their columns contain.

The title of the section decides what the rows declare, not the header: the header of a properties
table may be `Relationship`. If the header of its second column is unknown, that column has the
types. The header decides directly below the heading of a type, before the first section. Below an
unknown title, a table declares properties if its header is `Property` and `Type`, the title is not
about something else (`Properties of a …`), and the section is below Properties or no table is.
Titles and headers are listed in `docgen.vocabulary`.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import compress, pairwise

from msgspec import Struct
from msgspec.structs import replace

from docgen.extract.chapters import Chapter
from docgen.extract.prose import paragraphs
from docgen.extract.titles import normalized_title, without_number, without_remark
from docgen.extract.values import member_number
from docgen.markdown.page import Inline, Row, Section, Table
from docgen.regex import Regex
from docgen.schema.edm import PRIMITIVE_NAMES, primitive
from docgen.similar_names import names_by_length, similar_name
from docgen.vocabulary import (
    COLUMNS,
    DESCRIPTION_HEADERS,
    JSON_SECTIONS,
    MEMBER_HEADERS,
    METHOD_HEADERS,
    NO_RETURN_WORDS,
    NUMBER_HEADERS,
    OTHER_SECTIONS,
    PROPERTY_HEADERS,
    RELATIONSHIP_HEADERS,
    SECTIONS,
    UNTYPED_SECTIONS,
    VALUE_SECTIONS,
    says_nothing,
)


class TableKind(StrEnum):
    """What the rows of a table declare.

    `MEMBERS`: members of the type of the chapter. `ENUM_SECTION`: members of the enum type that
    the title of the section names, such as `riskLevel values`.
    """

    PROPERTIES = "properties"
    RELATIONSHIPS = "relationships"
    METHODS = "methods"
    MEMBERS = "members"
    ENUM_SECTION = "enum section"


class Column(StrEnum):
    """What a column of a table contains."""

    NAME = "name"
    TYPE = "type"
    DESCRIPTION = "description"
    VALUE = "value"
    REQUIRED = "required"
    NULLABLE = "nullable"
    READ_ONLY = "read_only"
    KEY = "is_key"


HEADERS = {word: Column(column) for column, words in COLUMNS.items() for word in words}
"""Header of a column → what the column contains."""
_HEADERS_OF_MEMBERS = HEADERS | dict.fromkeys(NUMBER_HEADERS, Column.VALUE)
"""The same in a table that certainly has the members of an enum type."""
_HEADERS_BY_LENGTH = names_by_length(
    (
        *("property", "relationship", "member", "method"),
        *("type", "return type", "description"),
    )
)
"""Headers of which a misspelled form is read."""
_ENUM_SECTION_TITLE = Regex(
    r"(?P<name>[^\s].*?)\s+(?:(?:property|enum|enumeration) )?"
    r"(?:values?|enumeration|enum|members|flags|options)(?: \(deprecated\))?",
    re.IGNORECASE,
)
_VALUES_OF_TITLE = Regex(
    r"(?i:(?:(?:accepted|allowed|possible|supported|valid) )?"
    r"(?:values|members|options|flags)) (?:of|for) (?:the )?[`*]{0,2}"
    r"(?P<name>(?<=alues of )[A-Za-z]\w*|(?<=alues for )[A-Za-z]\w*|(?<=[`*])[A-Za-z]\w*"
    r"|[a-z][a-z0-9]*[A-Z]\w*|[A-Za-z]\w*(?=[`*]{0,2} enum))[`*]{0,2}"
    r"(?: (?:property|enum|enumeration|type))*"
)
"""Such a title names what values are for; other words name it in code, camelCase or as an enum."""

_ENUM_NAME_TITLE = Regex(
    r"(?:(?:the |type:? |enum:? |enumeration:? )+)?[`*]{0,2}(?P<name>[^\W\d]\w*)[`*]{0,2}"
    r"(?: (?:enum(?:eration)? )?(?:type|member|enum|enumeration))?",
    re.IGNORECASE,
)
"""A title that may be the name of an enum type, if the table below it can have its members."""

_ENUM_OF_VALUES = Regex(r"\benum(?:eration)?\b[^.]{0,40}\bvalues\b", re.IGNORECASE)
"""What prose says about the rows of a table if they are the values of an enum type."""

_TITLES = {word: TableKind(kind) for kind, words in SECTIONS.items() for word in words}
_NO_ENUM_TITLES = VALUE_SECTIONS | JSON_SECTIONS | {*OTHER_SECTIONS, *UNTYPED_SECTIONS}
_TASKS_TITLE = Regex(r"tasks on \w", re.IGNORECASE)
_TITLE_WITH_NAME = Regex(
    r"(?!(?:http|rest|request) )[^\W\d]\w* "
    r"(?P<kind>(?:navigation )?properties|instance attributes|relationships|methods)"
)
"""A title that also names the type: `ship relationships`."""
_MEMBER_HEADERS = frozenset({"member", "member name"})
_SENTENCE = Regex(r"\w\s.*\w[.!]\s*$", re.DOTALL)
_TYPE_CELL = Regex(
    rf"[`*]*(?:(?:Edm\.)?(?:{'|'.join(PRIMITIVE_NAMES)})\b|Collection\(|\[[^\[\]]+\]\()"
)
"""A cell that can only be a type, and not the header of one."""
_OTHER_SUBJECT = Regex(r"\bdefinitions?\b|\bexamples?\b", re.IGNORECASE)


class TypeTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table of a chapter; `kind` is `None` if its rows declare nothing.

    `assumed` is a column whose header does not say what it contains, but its position does.
    `has_row_as_header` means that the first row is where the page has a header.
    """

    kind: TableKind | None = None
    section: Section
    table: Table
    columns: tuple[Column | None, ...] = ()
    assumed: int | None = None
    has_row_as_header: bool = False

    def cell(self, row: Row, column: Column) -> Inline | None:
        """Return the cell of a row in a column, if the table has that column."""
        if column not in self.columns:
            return None
        return row.cells[self.columns.index(column)]

    @cached_property
    def group_titles(self) -> "GroupTitles":
        """What tells titles of groups from other rows with only one cell."""
        rows = self.table.rows
        counts = [len(filled_cells(row)) for row in rows]
        is_complete = [count > 1 for count in counts]
        names = (self.cell(row, Column.NAME) for row in compress(rows, is_complete))
        types = [self.cell(row, Column.TYPE) for row in rows]
        has_type = [cell is not None and cell.plain != "" for cell in types]
        is_alone = [count == 1 for count in counts]
        return GroupTitles(
            last_complete=max(
                (index for index, one in enumerate(is_complete) if one), default=-1
            ),
            have_lower_names=all(
                name and name.plain.strip()[:1].islower() for name in names
            ),
            begin_groups=(
                is_alone[0]
                and sum(is_alone) > 1
                and not is_alone[-1]
                and not any(one and other for one, other in pairwise(is_alone))
                and all(a != b for a, b in zip(has_type, is_alone, strict=True))
            ),
        )


class GroupTitles(Struct, frozen=True, kw_only=True):
    """What tells titles of groups from other rows with only one cell.

    `last_complete` is the index of the last row with more cells, -1 if there is none. With
    `have_lower_names`, the names of all such rows begin with a lower-case letter. The rows with one
    cell `begin_groups` if each is above rows with a type, and the first row is one of at least two.
    """

    last_complete: int
    have_lower_names: bool
    begin_groups: bool


def filled_cells(row: Row) -> list[Inline]:
    """Return the cells of a row that are not empty."""
    return [cell for cell in row.cells if cell.plain.strip()]


def type_tables(chapter: Chapter) -> tuple[TypeTable, ...]:
    """Return all tables of a chapter, in the order of the page."""
    lead = chapter.sections[0]
    tables = tuple(
        (
            _classified_in_lead(table)
            if table.section is lead and not table.kind
            else table
        )
        for table in _classified_by_title(chapter)
    )
    if chapter.row_type:
        tables = tuple(
            (
                _with_columns(table, TableKind.PROPERTIES)
                if table.section is lead and not table.kind
                else table
            )
            for table in tables
        )
    if any(table.kind == TableKind.PROPERTIES for table in tables):
        return tables
    return tuple(
        (one if one.kind else _classified_by_header(one, is_lead=one.section is lead))
        for one in tables
    )


def tables_of_enum(tables: Sequence[TypeTable], lead: Section) -> tuple[TypeTable, ...]:
    """Return the tables of a chapter about an enum type, of which `lead` is the first section.

    Without a section such as Members, a table in the lead or below a title such as Values has the
    members, if its headers say nothing else.
    """
    if any(table.kind == TableKind.MEMBERS for table in tables):
        return tuple(tables)
    return tuple(
        (
            _with_columns(table, TableKind.MEMBERS)
            if _may_have_members_of(table, lead)
            else table
        )
        for table in tables
    )


def _may_have_members_of(table: TypeTable, lead: Section) -> bool:
    is_lead = table.section is lead
    is_free = table.kind is None or (is_lead and table.kind == TableKind.ENUM_SECTION)
    is_about_values = is_lead or normalized_title(table.section.title) in VALUE_SECTIONS
    is_of_members = has_members(table.table, _HEADERS_OF_MEMBERS)
    return is_free and is_about_values and is_of_members


def _classified_by_title(chapter: Chapter) -> Iterator[TypeTable]:
    parents: list[tuple[int, TableKind]] = []
    for section in chapter.sections:
        level = section.heading.level if section.heading else 0
        while parents and level <= parents[-1][0]:
            parents.pop()
        parent_kind = parents[-1][1] if parents else None
        kind = table_kind(section.title)
        if kind:
            parents.append((level, kind))
        is_first = True
        for block in section.blocks:
            if isinstance(block, Table):
                table = TypeTable(section=section, table=block)
                if kind:
                    table = _with_columns(table, kind, is_first=is_first)
                    is_first = False
                    yield table
                elif parent_kind == TableKind.PROPERTIES and not has_members(block):
                    yield _classified_by_header(table)
                elif level > 1 and _may_be_enum(section, block):
                    yield _with_columns(table, TableKind.ENUM_SECTION)
                else:
                    yield table


@lru_cache(maxsize=16_384)
def table_kind(title: str) -> TableKind | None:
    """Return what tables below a title declare; `None` if the title does not decide it."""
    words = normalized_title(title)
    kind = _TITLES.get(words) or _TITLES.get(without_remark(words))
    if kind:
        return kind
    if _TASKS_TITLE.match(words):
        return TableKind.METHODS
    if found := _TITLE_WITH_NAME.fullmatch(words):
        return _TITLES[found["kind"]]
    is_enum_section = _ENUM_SECTION_TITLE.fullmatch(words) or section_enum(title)
    return TableKind.ENUM_SECTION if is_enum_section else None


def enum_name_title(title: str) -> str | None:
    """Return the name that a title such as `riskLevel` or `Type: riskLevel` may be.

    It is one only if a row says so.
    """
    words = normalized_title(title)
    found = _ENUM_NAME_TITLE.fullmatch(without_number(title))
    return found["name"] if found and words not in _NO_ENUM_TITLES else None


def _may_be_enum(section: Section, table: Table) -> bool:
    """Return whether a table below a title that may be the name of an enum type has its members.

    If the prose above it says that it has the values of an enum, they may be called properties.
    """
    if not table.header or not enum_name_title(section.title):
        return False
    if has_members(table):
        return True
    columns = _columns(table.header)
    is_known = columns[:1] == (Column.NAME,) and {*columns[1:]} == {Column.DESCRIPTION}
    return is_known and any(
        _ENUM_OF_VALUES.search(one.plain) for one in paragraphs(section)
    )


def has_members(table: Table, columns: Mapping[str, Column] = HEADERS) -> bool:
    """Return whether the headers of a table can be those of members, values and descriptions.

    `columns` are what columns contain, by header.
    """
    first, *others = [normalized_title(cell.plain) for cell in table.header] or [""]
    kinds = [columns.get(header) for header in others]
    is_known = set(kinds) <= {Column.NAME, Column.VALUE, Column.DESCRIPTION}
    return bool(kinds) and is_known and first in MEMBER_HEADERS


def section_enum(title: str) -> str | None:
    """Return what a title such as `riskLevel values` or ``Values of `riskLevel` `` names."""
    text = without_number(title)
    found = _VALUES_OF_TITLE.fullmatch(text) or _ENUM_SECTION_TITLE.fullmatch(text)
    return found["name"].strip("`*") if found else None


def _with_columns(
    table: TypeTable, kind: TableKind, *, is_first: bool = True
) -> TypeTable:
    """Return a table with its kind, unless it lacks the columns of this kind.

    The first table of a section may have other headers for names and types. Further tables with
    such headers explain the rows of the first.
    """
    if _is_row(table.table.header, kind):
        table = _with_row_of_header(table)
    header = table.table.header
    if not header:
        columns = _columns_by_position(table.table, kind)
        return replace(table, kind=kind, columns=columns)
    if _lacks_last_header(table.table):
        columns = _columns_by_position(table.table, kind)
        return replace(table, kind=kind, columns=columns)
    columns = _columns_by_header(header, kind)
    if kind == TableKind.METHODS and _may_have_results(table.table, columns):
        columns = (columns[0], Column.TYPE, *columns[2:])
        return replace(table, kind=kind, columns=columns, assumed=1)
    if columns and kind in (TableKind.MEMBERS, TableKind.ENUM_SECTION):
        columns = _with_numbers(table.table, columns)
    if columns:
        return replace(table, kind=kind, columns=columns)
    if kind in (TableKind.PROPERTIES, TableKind.RELATIONSHIPS):
        return _with_assumed_types(table, kind, needs_name=not is_first)
    return table


def _is_row(header: tuple[Inline, ...], kind: TableKind) -> bool:
    """Return whether a header has the content of a row: a type, a number or a sentence."""
    first, *others = header or (None,)
    if first is None or not others or any(_column(cell.plain) for cell in others):
        return False
    if _SENTENCE.search(others[-1].plain):
        return True
    match kind:
        case TableKind.PROPERTIES | TableKind.RELATIONSHIPS:
            return _TYPE_CELL.match(others[0].source) is not None
        case TableKind.METHODS:
            return bool(first.links)
        case TableKind.MEMBERS | TableKind.ENUM_SECTION:
            return any(cell.plain.strip().isdecimal() for cell in others)


def _with_row_of_header(table: TypeTable) -> TypeTable:
    cells = table.table.header
    row = Row(cells=cells, cell_count=len(cells), span=table.table.span)
    rows = replace(table.table, header=(), rows=(row, *table.table.rows))
    return replace(table, table=rows, has_row_as_header=True)


def _lacks_last_header(table: Table) -> bool:
    """Return whether the last column has content in each row, but no header."""
    return not table.header[-1].plain and all(row.cells[-1].plain for row in table.rows)


def _with_assumed_types(
    table: TypeTable, kind: TableKind, *, needs_name: bool
) -> TypeTable:
    """Return a table whose second column has the types, if its header can have that meaning.

    If it has another meaning, it is the first unknown column with types in each row.
    """
    columns = _columns(table.table.header)
    if len(columns) < 2 or Column.TYPE in columns:
        return table
    first, second, *others = columns
    assumed = 1
    if second not in (None, Column.VALUE):
        unknown = (n for n, column in enumerate(columns) if n > 1 and column is None)
        assumed = next((n for n in unknown if _has_types(table.table, n)), 0)
    may_be_names = (
        first is None
        and Column.NAME not in columns
        and (Column.DESCRIPTION in others or _has_types(table.table, 1))
    )
    is_named = first == Column.NAME or (may_be_names and not needs_name)
    if not assumed or not is_named:
        return table
    known = (Column.NAME, *columns[1:assumed], Column.TYPE, *columns[assumed + 1 :])
    return replace(table, kind=kind, columns=known, assumed=assumed)


def _may_have_results(table: Table, columns: Sequence[Column | None]) -> bool:
    """Return whether the second column of methods is unknown and has types, or no result."""
    if columns[1:2] != (None,) or Column.TYPE in columns:
        return False
    return _has_types(table, 1, also=NO_RETURN_WORDS)


def _has_types(table: Table, column: int, also: Container[str] = ()) -> bool:
    """Return whether each cell of a column names a primitive type, is a link, or is in `also`."""
    cells = [row.cells[column] for row in table.rows]
    texts = [cell.plain.strip().lower() for cell in cells]
    is_type = [
        bool(cell.links) or primitive(text.removesuffix(" collection")) is not None
        for cell, text in zip(cells, texts, strict=True)
    ]
    return any(is_type) and all(
        each or text.rstrip(".") in also
        for each, text in zip(is_type, texts, strict=True)
    )


def _columns_by_position(table: Table, kind: TableKind) -> tuple[Column | None, ...]:
    known: tuple[Column, ...] = (Column.NAME, Column.TYPE, Column.DESCRIPTION)
    width = max((len(row.cells) for row in table.rows), default=0)
    if kind in (TableKind.MEMBERS, TableKind.ENUM_SECTION):
        has_values = width > 2 or _has_numbers(table, 1)
        values = (Column.VALUE,) if has_values else ()
        known = (Column.NAME, *values, Column.DESCRIPTION)
    return (*known, *[None] * width)[:width]


def _columns_by_header(
    header: tuple[Inline, ...], kind: TableKind
) -> tuple[Column | None, ...]:
    """Return the columns; an empty tuple if a table of this kind needs other columns."""
    columns = _columns(header)
    first, *others = columns
    if Column.NAME not in columns and first in (None, Column.VALUE, Column.KEY):
        columns = (Column.NAME, *others)
    if Column.NAME not in columns or not _has_columns_of(kind, columns, header):
        return ()
    return columns


def _with_numbers(
    table: Table, columns: tuple[Column | None, ...]
) -> tuple[Column | None, ...]:
    """Return the columns of members, with the one that has their numbers below another header.

    In a table with the headers `Value` and `Int`, the first column has the names.
    """
    if Column.VALUE in columns and _has_numbers(table, columns.index(Column.VALUE)):
        return columns
    for index, column in enumerate(columns):
        header = normalized_title(table.header[index].plain)
        kind = _HEADERS_OF_MEMBERS.get(header)
        if column is None and kind == Column.VALUE and _has_numbers(table, index):
            others = [None if one == Column.VALUE else one for one in columns]
            return (*others[:index], Column.VALUE, *others[index + 1 :])
    return columns


def _has_numbers(table: Table, column: int) -> bool:
    """Return whether a column has numbers, and nothing else."""
    cells = [cell for row in table.rows for cell in row.cells[column : column + 1]]
    filled = [text for cell in cells if not says_nothing(text := cell.plain.strip())]
    return bool(filled) and all(member_number(text) is not None for text in filled)


def _columns(header: tuple[Inline, ...]) -> tuple[Column | None, ...]:
    """Return the columns; `None` for a header that is unknown or has the meaning of another."""
    columns: list[Column | None] = []
    has_description = any(_is_called_description(cell.plain) for cell in header)
    for cell in header:
        column = _column(cell.plain)
        is_description = column == Column.DESCRIPTION and has_description
        is_other = is_description and not _is_called_description(cell.plain)
        is_repeated = column in columns or is_other
        columns.append(None if is_repeated else column)
    lacks_header = not header[-1].plain and Column.DESCRIPTION not in columns
    if lacks_header and Column.TYPE in columns:
        columns[-1] = Column.DESCRIPTION
    return tuple(columns)


def _is_called_description(header: str) -> bool:
    """Return whether a header is `Description`, which is preferred to `Notes` and similar ones."""
    return without_remark(normalized_title(header)) in DESCRIPTION_HEADERS


def _column(header: str) -> Column | None:
    """Return what a column contains; a remark in parentheses does not change it."""
    title = normalized_title(header)
    found = HEADERS.get(title) or HEADERS.get(without_remark(title))
    similar = None if found else similar_header(header)
    return HEADERS[similar] if similar else found


def similar_header(header: str) -> str | None:
    """Return the header that a misspelled one was probably meant to be."""
    title = normalized_title(header)
    if title in HEADERS or without_remark(title) in HEADERS:
        return None
    return similar_name(title, _HEADERS_BY_LENGTH)


def _has_columns_of(
    kind: TableKind, columns: tuple[Column | None, ...], header: tuple[Inline, ...]
) -> bool:
    match kind:
        case TableKind.PROPERTIES | TableKind.RELATIONSHIPS:
            return Column.TYPE in columns
        case TableKind.METHODS:
            return all(normalized_title(cell.plain) != "type" for cell in header)
        case TableKind.MEMBERS | TableKind.ENUM_SECTION:
            return Column.TYPE not in columns


def _classified_in_lead(table: TypeTable) -> TypeTable:
    """Return a table of relationships, methods or members by its headers, else `table` itself."""
    header = table.table.header
    first = normalized_title(header[0].plain) if header else ""
    if first in RELATIONSHIP_HEADERS and Column.TYPE in _columns(header):
        return _with_columns(table, TableKind.RELATIONSHIPS)
    if first in METHOD_HEADERS and Column.TYPE in _columns(header):
        return _with_columns(table, TableKind.METHODS)
    if first in _MEMBER_HEADERS and Column.VALUE in _columns(header):
        return _with_columns(table, TableKind.MEMBERS)
    return table


def may_declare_properties(table: TypeTable) -> bool:
    """Return whether an ignored table has types or a header of names, and no other subject."""
    first, *others = (normalized_title(cell.plain) for cell in table.table.header)
    has_types = not {"type", "data type", "return type"}.isdisjoint(others) or (
        "type" in map(similar_header, others)
    )
    is_property_table = first in PROPERTY_HEADERS | RELATIONSHIP_HEADERS
    has_other_subject = _OTHER_SUBJECT.search(table.section.title) is not None
    is_table_of_rows = has_types or (is_property_table and len(others) > 1)
    return is_table_of_rows and not has_other_subject


def _classified_by_header(table: TypeTable, *, is_lead: bool = False) -> TypeTable:
    """Return a properties table if the header is `Property` and `Type`, else `table` itself.

    In the first section of a chapter the header of the types may be unknown.
    """
    if not is_property_table(table.table, is_lead=is_lead) or _OTHER_SUBJECT.search(
        table.section.title
    ):
        return table
    columns = _columns(table.table.header)
    if Column.TYPE not in columns:
        return _with_assumed_types(table, TableKind.PROPERTIES, needs_name=False)
    return replace(table, kind=TableKind.PROPERTIES, columns=columns)


def is_property_table(table: Table, *, is_lead: bool = False) -> bool:
    """Return whether the header of a table is `Property` and `Type`."""
    header = table.header
    if not header or normalized_title(header[0].plain) not in PROPERTY_HEADERS:
        return False
    return is_lead or Column.TYPE in _columns(header)
