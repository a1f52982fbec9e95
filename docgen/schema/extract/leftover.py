"""What a chapter leaves over: rows that declare nothing, and types that are not there."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.markdown.page import Page
from docgen.schema.extract.enums import section_name
from docgen.schema.extract.evidence import Evidence, are_own_members
from docgen.schema.extract.identity import heading_span
from docgen.schema.extract.tables import TypeTable, title
from docgen.schema.headers import TableKind, normal, titled_kind

_CLAIMING = re.compile(
    r"^doc\\?_type:\s*[\"']?(?:resource|enum)(?:page|types)"
    r"|\"blockType\"\s*:\s*\"resource\"",
    re.IGNORECASE | re.MULTILINE,
)


def claims_a_type(page: Page) -> bool:
    """Tell whether front matter or an annotation, be they broken, say that it is a type's page."""
    text = page.text
    return ("doc_type" in text or "blockType" in text) and (
        _CLAIMING.search(text) is not None
    )


def passed_over_rows(found: Evidence, *, is_declaring: bool) -> Iterator[Diagnostic]:
    """Give a note for each row of the tables that declare nothing.

    On a page that declares nothing at all, only tables under a title of a type's page count.
    """
    message = "the row is no part of a type"
    advice = "a table of a type stands under its own heading, such as `## Properties`"
    path = found.page.path
    for table in found.tables:
        is_told = is_declaring or titled_kind(title(table.section)) is not None
        for row in table.table.rows if is_told and not _is_used(table, found) else ():
            yield diagnostic(Code.PASSED_OVER_ROW, message, path, row.span, advice)


def _is_used(table: TypeTable, found: Evidence) -> bool:
    if table.kind == TableKind.MEMBERS and not are_own_members(table):
        return section_name(table) is not None
    if table.kind == TableKind.MEMBERS:
        return found.named is not None and found.is_enum
    return found.named is not None and not found.is_enum and bool(table.kind)


def no_type(found: Evidence) -> Diagnostic:
    """Tell that a page which should declare a type declares none."""
    message = "the page declares no type"
    advice = "write `# name resource type`, or an annotation with `@odata.type`"
    span = heading_span(found.chapter)
    return diagnostic(Code.NO_TYPE, message, found.page.path, span, advice)


def not_english(found: Evidence) -> Iterator[Diagnostic]:
    """Tell of a page with an annotation and tables, of which no heading is known."""
    titles = [normal(title(section)) for section in found.chapter.sections]
    is_known = any(titled_kind(text) or "json" in text for text in titles)
    if not found.annotation or not found.tables or is_known or found.is_about_requests:
        return
    message = "no heading is one of an English page, so its tables were passed over"
    span = heading_span(found.chapter)
    yield diagnostic(Code.NOT_ENGLISH, message, found.page.path, span)
