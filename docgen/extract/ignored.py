"""Report content that declares nothing: rows, columns, and pages that should declare a type."""

import re
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.cells import row_label
from docgen.extract.chapter_content import ChapterContent
from docgen.extract.enums import enum_section_name
from docgen.extract.tables import (
    HEADERS,
    Column,
    TableKind,
    TypeTable,
    may_declare_properties,
    similar_header,
    table_kind,
)
from docgen.extract.titles import normalized_title
from docgen.markdown.page import Inline, Page, Row
from docgen.regex import Regex
from docgen.vocabulary import JSON_SECTIONS, VALUE_SECTIONS

_TYPE_PAGE = Regex(r"(?:resource|enum)(?:page|types)", re.IGNORECASE)
_API_PAGE = Regex(r"api(?:page|\b)", re.IGNORECASE)
_LIST_TITLE = Regex(
    r"(?:(?:list|table|overview|summary) of )?(?:the )?"
    r"(?:propert(?:y|ies)|attributes|relationships|methods|members)"
    r"(?: (?:list|table|overview|summary|details|and \w+))?",
    re.IGNORECASE,
)
"""A title of rows in other words than those of sections: `List of properties`."""
_RESOURCE_ANNOTATION = Regex(r"\"blockType\"\s*:\s*\"resource\"", re.IGNORECASE)


def ignored_content(
    page: Page, chapters: Sequence[ChapterContent], *, has_types: bool
) -> Iterator[Diagnostic]:
    """Report rows and columns that declare nothing, and a missing type."""
    is_api_page = _is_api_page(page, chapters)
    should_declare = _should_declare(page, is_api_page=is_api_page)
    is_type_page = (should_declare or has_types) and not is_api_page
    for content in chapters:
        if should_declare or has_types or not content.has_requests:
            yield from _ignored_rows(content, is_type_page=is_type_page)
        if is_type_page:
            yield from _ignored_columns(content)
    if chapters and not has_types and (should_declare or _lacks_title(page, chapters)):
        yield _page_without_type(chapters[0])


def _is_api_page(page: Page, chapters: Sequence[ChapterContent]) -> bool:
    """Return whether a page shows requests, and its front matter or its titles agree.

    Front matter alone is not enough: some pages of types have `doc_type: apiPageType`.
    """
    if not any(content.has_requests for content in chapters):
        return False
    titles = (one.title for content in chapters for one in content.chapter.sections)
    return _has_doc_type(page, _API_PAGE) or not any(map(table_kind, titles))


def announces_type(page: Page, chapters: Sequence[ChapterContent]) -> bool:
    """Return whether an annotation or front matter announces a type."""
    return _should_declare(page, is_api_page=_is_api_page(page, chapters))


def _should_declare(page: Page, *, is_api_page: bool) -> bool:
    """Return whether an annotation (even an invalid one) or front matter announces a type.

    The front matter of an API page does not count, because it is often copied.
    """
    if "blockType" in page.text and _RESOURCE_ANNOTATION.search(page.text):
        return True
    return not is_api_page and _has_doc_type(page, _TYPE_PAGE)


def _lacks_title(page: Page, chapters: Sequence[ChapterContent]) -> bool:
    """Return whether a page has a table of properties, and no heading that is its title."""
    levels = (one.heading.level for one in page.sections if one.heading)
    return 1 not in levels and any(
        table.kind is TableKind.PROPERTIES
        and (table_kind(table.section.title) or not table.section.heading)
        for content in chapters
        if not content.has_requests
        for table in content.tables
    )


def _has_doc_type(page: Page, pattern: Regex) -> bool:
    """Return whether the front matter has a `doc_type` that starts with `pattern`."""
    return any(
        entry.key.casefold() == "doc_type" and pattern.match(entry.value)
        for entry in page.front_matter
    )


def _ignored_rows(
    content: ChapterContent, *, is_type_page: bool
) -> Iterator[Diagnostic]:
    """Report the rows of tables that declare nothing.

    If the page is not about a type, only tables below a title such as Properties count. Elsewhere,
    a table below another title may well be about something else.
    """
    heading = "## Members" if content.is_enum else "## Properties"
    advice = f"if it describes the type, add a heading `{heading}` above the table"
    for table in content.tables:
        if _is_used(table, content):
            continue
        kind = table_kind(table.section.title)
        if not is_type_page and kind in (None, TableKind.ENUM_SECTION):
            continue
        is_misplaced = normalized_title(table.section.title) in JSON_SECTIONS
        is_lost = kind or table.kind or is_misplaced or not table.table.header
        is_lost = is_lost or may_declare_properties(table) or _has_values(table)
        is_lost = is_lost or _LIST_TITLE.fullmatch(table.section.title) is not None
        code = Code.IGNORED_ROW if is_lost else Code.UNRELATED_ROW
        yield from undeclaring_rows(content.path, table, advice, code)


def _has_values(table: TypeTable) -> bool:
    """Return whether a table has the values of something that its title does not name."""
    return normalized_title(table.section.title) in VALUE_SECTIONS


def undeclaring_rows(
    path: str, table: TypeTable, advice: str, code: Code = Code.IGNORED_ROW
) -> Iterator[Diagnostic]:
    """Report each row of a table that declares nothing."""
    for row in table.table.rows:
        message = f"row {row_label(row)} is ignored: its table does not describe a type"
        yield diagnostic(code, message, path, row.span, advice)


def _is_used(table: TypeTable, content: ChapterContent) -> bool:
    match table.kind:
        case None:
            return False
        case TableKind.ENUM_SECTION:
            return enum_section_name(table) is not None
        case TableKind.MEMBERS:
            return content.identity is not None and content.is_enum
        case TableKind.PROPERTIES | TableKind.RELATIONSHIPS | TableKind.METHODS:
            return content.identity is not None and not content.is_enum


def _ignored_columns(content: ChapterContent) -> Iterator[Diagnostic]:
    """Report missing headers, columns that are unknown and not empty, and repeated ones."""
    for table in content.tables:
        if table.has_row_as_header and _is_used(table, content):
            yield _row_as_header(content.path, table.table.rows[0])
        if table.assumed is not None and _is_used(table, content):
            yield _assumed_column(content.path, table.table.header, table.assumed)
        for header in table.table.header if _is_used(table, content) else ():
            if known := similar_header(header.plain):
                yield _misspelled_header(content.path, header, known)
        for number, header in _unknown(table) if _is_used(table, content) else ():
            yield _ignored_column(content.path, table, number, header)


def _ignored_column(
    path: str, table: TypeTable, number: int, header: Inline
) -> Diagnostic:
    name = quote(header.plain) if header.plain else str(number)
    meaning = HEADERS.get(normalized_title(header.plain))
    used = _used_header(table, meaning)
    if used is None:
        reason = "its header is unknown"
        advice = (
            "use a header such as `Description`, or move the content to another column"
        )
    else:
        reason = f"its header means the same as {quote(used.plain)}"
        advice = "move the content to another column, and delete this one"
    message = f"column {name} is ignored: {reason}"
    return diagnostic(Code.UNKNOWN_COLUMN, message, path, header.span, advice)


def _used_header(table: TypeTable, meaning: Column | None) -> Inline | None:
    """Return the header of the column that is read for a meaning, if there is one."""
    pairs = zip(table.columns, table.table.header, strict=False)
    return next((one for column, one in pairs if meaning and column is meaning), None)


def _row_as_header(path: str, row: Row) -> Diagnostic:
    message = f"row {row_label(row)} is where the header should be; reading it as a row"
    advice = "add a row with the column names above it"
    return diagnostic(Code.MISSING_HEADER, message, path, row.span, advice)


def _misspelled_header(path: str, header: Inline, known: str) -> Diagnostic:
    message = f"column {quote(header.plain)} is read as `{known.capitalize()}`"
    advice = f"write `{known.capitalize()}`"
    return diagnostic(Code.UNKNOWN_COLUMN, message, path, header.span, advice)


def _assumed_column(path: str, headers: Sequence[Inline], index: int) -> Diagnostic:
    """Report a header that is unknown, although the column is read."""
    header = headers[index]
    name = quote(header.plain) if header.plain else str(index + 1)
    message = f"column {name} is not known, and is read as types"
    return diagnostic(
        Code.UNKNOWN_COLUMN, message, path, header.span, "write `Type` as its header"
    )


def _unknown(table: TypeTable) -> Iterator[tuple[int, Inline]]:
    """Return the number and the first cell of each unknown column that is not empty."""
    rows = table.table.rows
    first = table.table.header or rows[0].cells if rows else ()
    for index, (column, cell) in enumerate(zip(table.columns, first, strict=False)):
        if column is None and any(row.cells[index].plain for row in rows):
            yield index + 1, cell


def _page_without_type(content: ChapterContent) -> Diagnostic:
    """Report a page that should declare a type and does not."""
    heading = content.chapter.title.strip()
    name = f" {quote(heading)}" if heading else ""
    message = f"page{name} declares no type"
    advice = "add a heading `# NAME resource type`, or an annotation with `@odata.type`"
    span = content.chapter.span
    return diagnostic(Code.NO_TYPE, message, content.path, span, advice)
