"""What a chapter leaves over: rows and columns that declare nothing, types that are not there."""

import re
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.cells import row_name
from docgen.extract.enums import section_name
from docgen.extract.evidence import Evidence, are_own_members
from docgen.extract.headers import TableKind, normal, titled_kind
from docgen.extract.identity import heading_span
from docgen.extract.tables import TypeTable, title
from docgen.markdown.page import Inline, Page
from docgen.vocabulary import FOREIGN_SECTIONS

_OF_TYPE = re.compile(r"(?:resource|enum)(?:page|types)", re.IGNORECASE)
_OF_API = re.compile(r"api(?:page|\b)", re.IGNORECASE)
_ANNOTATED = re.compile(r"\"blockType\"\s*:\s*\"resource\"", re.IGNORECASE)


def claims_a_type(page: Page, *, is_of_api: bool) -> bool:
    """Return whether an annotation, be it broken, or front matter say that the page is a type's.

    Front matter is often copied, so on an api page it counts for nothing.
    """
    if "blockType" in page.text and _ANNOTATED.search(page.text):
        return True
    return not is_of_api and _has_doc_type(page, _OF_TYPE)


def is_of_api(page: Page, found: Sequence[Evidence]) -> bool:
    """Return whether a page is an api page: it shows requests, and says so or looks like no type's.

    Front matter alone proves nothing: the pages of some types say that they are api pages.
    """
    if not any(one.is_about_requests for one in found):
        return False
    titles = (title(section) for one in found for section in one.chapter.sections)
    return _has_doc_type(page, _OF_API) or not any(map(titled_kind, titles))


def _has_doc_type(page: Page, pattern: re.Pattern[str]) -> bool:
    """Return whether the front matter has a `doc_type` that starts with `pattern`."""
    return any(
        entry.key.casefold() == "doc_type" and pattern.match(entry.value)
        for entry in page.front_matter
    )


def passed_over_rows(found: Evidence, *, is_of_type: bool) -> Iterator[Diagnostic]:
    """Return a note for each row of the tables that declare nothing.

    On a page that declares no type, only tables below a title of a type's page count.
    """
    advice = "if it describes the type, move it below a heading such as `## Properties`"
    path = found.page.path
    for table in found.tables:
        is_reported = is_of_type or titled_kind(title(table.section)) is not None
        for row in (
            table.table.rows if is_reported and not _is_used(table, found) else ()
        ):
            message = f"row {row_name(row)} is ignored: its table does not define members of a type"
            yield diagnostic(Code.IGNORED_ROW, message, path, row.span, advice)


def passed_over_columns(found: Evidence) -> Iterator[Diagnostic]:
    """Return a note for each column that says something which the schema has no place for."""
    advice = "use a header such as `Description`, or move the content to another column"
    for table in found.tables:
        for index, header in _unknown(table) if _is_used(table, found) else ():
            said = f" {quote(header.plain)}" if header.plain else f" {index + 1}"
            message = (
                f"column{said} is ignored: its header is unknown, or has the meaning "
                "of another"
            )
            path, span = found.page.path, header.span
            yield diagnostic(Code.UNKNOWN_COLUMN, message, path, span, advice)


def _unknown(found: TypeTable) -> Iterator[tuple[int, Inline]]:
    """Return the first cells of the columns that hold no one knows what, if any row has such."""
    table = found.table
    first = table.header or table.rows[0].cells if table.rows else ()
    for index, (role, cell) in enumerate(zip(found.columns, first, strict=False)):
        if role is None and any(row.cells[index].plain for row in table.rows):
            yield index, cell


def _is_used(table: TypeTable, found: Evidence) -> bool:
    if table.kind == TableKind.MEMBERS and not are_own_members(table):
        return section_name(table) is not None
    if table.kind == TableKind.MEMBERS:
        return found.named is not None and found.is_enum
    return found.named is not None and not found.is_enum and bool(table.kind)


def no_type(found: Evidence) -> Diagnostic:
    """Report that a page which should declare a type declares none."""
    heading = found.chapter.title.strip()
    named = f" {quote(heading)}" if heading else ""
    message = f"page{named} declares no type"
    advice = "add a heading `# NAME resource type`, or an annotation with `@odata.type`"
    span = heading_span(found.chapter)
    return diagnostic(Code.NO_TYPE, message, found.page.path, span, advice)


def not_english(found: Evidence) -> Iterator[Diagnostic]:
    """Report a page with tables of which no heading is known, if it is a translated one of a type.

    That it is one tells an annotation, or the title of a section.
    """
    titles = [normal(title(section)) for section in found.chapter.sections]
    is_known = any(titled_kind(text) or "json" in text for text in titles)
    is_foreign = bool(found.annotation) or not FOREIGN_SECTIONS.isdisjoint(titles)
    if not is_foreign or not found.tables or is_known or found.is_about_requests:
        return
    message = "page has no English heading that docgen knows; ignored its tables"
    advice = "use the English source page, or write headings such as `## Properties`"
    span = heading_span(found.chapter)
    yield diagnostic(Code.TRANSLATED_PAGE, message, found.page.path, span, advice)
