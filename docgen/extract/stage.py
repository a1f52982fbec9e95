"""The stage itself: a page in, its declarations and links out.

On a page that declares a type, or should, every body row is in a declaration or in a diagnostic.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Result,
    diagnostic,
    result_of,
    sort_diagnostics,
)
from docgen.extract.api.declarations import ApiContent
from docgen.extract.api.stage import api_page
from docgen.extract.cells import name_cell
from docgen.extract.chapter_content import ChapterContent, chapter_content
from docgen.extract.chapters import chapters
from docgen.extract.declarations import (
    NOTHING_ENCODED,
    Declarations,
    Encoded,
    NameEvidence,
    PageLink,
    PageLinks,
    TypeDeclaration,
    encoded,
)
from docgen.extract.enums import (
    enum_section,
    enum_type,
    names_enum,
    names_enums,
    stray_enum_section,
)
from docgen.extract.identity import (
    Identity,
    identity_findings,
    name_contradictions,
    other_name_in_heading,
    page_namespace,
)
from docgen.extract.ignored import announces_type, ignored_content, undeclaring_rows
from docgen.extract.loose_rows import loose_rows
from docgen.extract.page_links import page_anchors, page_links, row_links
from docgen.extract.placeholders import placeholders
from docgen.extract.sample import sample_name_findings
from docgen.extract.structured import structured_type
from docgen.extract.tables import Column, TableKind, TypeTable, table_kind
from docgen.extract.translated import in_english, is_translated, translation_findings
from docgen.extract.zones import in_zones
from docgen.markdown.page import Page

_IGNORED = frozenset({Code.IGNORED_ROW.id, Code.UNRELATED_ROW.id})
"""Codes of rows that declare nothing; a row has one of them once."""
_KINDS_OF_TYPES = frozenset(
    {TableKind.PROPERTIES, TableKind.RELATIONSHIPS, TableKind.MEMBERS}
)


def extract(page: Page) -> Result[Declarations]:
    """Return the types that a page declares and its links to other pages."""
    translated = is_translated(page)
    if translated:
        page = in_english(page)
    types: Result[tuple[TypeDeclaration, ...]] = result_of(
        _types(page, translated=translated)
    )
    links: Result[tuple[PageLink, ...]] = result_of(page_links(page))
    declared = tuple(in_zones(one, page.zones) for one in types.value)
    api: Result[ApiContent | None] = api_page(page, declares_types=bool(declared))
    ignored = {one.span for one in types.diagnostics if one.code in _IGNORED}
    of_api = [
        one
        for one in api.diagnostics
        if one.code not in _IGNORED or one.span not in ignored
    ]
    declarations = Declarations(
        path=page.path,
        encoded_types=encoded(declared) if declared else NOTHING_ENCODED,
        encoded_links=_encoded_links(page.path, links.value),
        anchors="\n".join(page_anchors(page)),
        encoded_api=encoded(api.value.declaration) if api.value else NOTHING_ENCODED,
        encoded_examples=encoded(api.value.written) if api.value else NOTHING_ENCODED,
        row_links="" if api.value else "\n".join(row_links(page)),
    )
    reported = (
        *placeholders(page),
        *types.diagnostics,
        *links.diagnostics,
        *of_api,
    )
    return Result(declarations, sort_diagnostics(reported))


def _encoded_links(path: str, links: tuple[PageLink, ...]) -> Encoded:
    return encoded(PageLinks(path, links)) if links else NOTHING_ENCODED


def _types(page: Page, *, translated: bool) -> Iterator[TypeDeclaration | Diagnostic]:
    namespace = page_namespace(page)
    contents: list[ChapterContent] = []
    has_types = False
    for chapter in chapters(page):
        parsed = chapter_content(
            page.path, namespace, chapter, is_translated=translated
        )
        contents.append(parsed.value)
        yield from parsed.diagnostics
    is_about_enums = names_enums(page)
    is_type_page = is_about_enums or any(content.identity for content in contents)
    is_announced = announces_type(page, contents)
    is_type_page = is_type_page or is_announced
    has_titles_of_rows = any(
        table_kind(section.title) in _KINDS_OF_TYPES for section in page.sections
    )
    for content in contents:
        for finding in _chapter_types(
            content, is_about_enums=is_about_enums, is_type_page=is_type_page
        ):
            has_types = has_types or not isinstance(finding, Diagnostic)
            yield finding
        if not is_type_page:
            yield from _stray_enums(content, is_reported=has_titles_of_rows)
        is_of_type = has_types and not content.has_requests
        is_about_type = bool(content.identity or is_announced or is_of_type)
        if is_about_type or not content.has_requests:
            yield from loose_rows(
                content,
                is_about_type=is_about_type,
                has_values=is_about_type or has_titles_of_rows,
            )
    yield from ignored_content(page, contents, has_types=has_types)
    is_api_page = any(content.has_requests for content in contents) and not has_types
    if translated and not is_api_page:
        yield from translation_findings(page)


def _stray_enums(
    content: ChapterContent, *, is_reported: bool
) -> Iterator[TypeDeclaration | Diagnostic]:
    """Return the enum types that sections of a page about something else may declare.

    If rows are to be reported, the page has a section such as Properties.
    """
    for table in () if content.has_requests else content.tables:
        if table.kind != TableKind.ENUM_SECTION or names_enum(table):
            continue
        if not is_reported:
            yield from stray_enum_section(content.path, content.namespace, table)
            continue
        found = result_of(enum_section(content.path, content.namespace, table))
        if found.diagnostics:
            advice = "move it to a page that has no section such as `## Properties`"
            yield from undeclaring_rows(content.path, table, advice)
        else:
            yield from (replace(one, is_named=False) for one in found.value)


def _chapter_types(
    content: ChapterContent, *, is_about_enums: bool, is_type_page: bool
) -> Iterator[TypeDeclaration | Diagnostic]:
    if content.identity:
        yield from identity_findings(
            content.path, content.chapter, content.annotation, content.identity
        )
        evidence = _name_evidence(content, content.identity)
        for finding in _type(content, content.identity):
            if isinstance(finding, Diagnostic):
                yield finding
            else:
                yield replace(finding, evidence=evidence)
    elif content.has_requests:
        return
    relationships = frozenset(_names_of_relationships(content.tables))
    for table in content.tables:
        is_enum_section = table.kind == TableKind.ENUM_SECTION
        if is_enum_section and (is_type_page or names_enum(table)):
            yield from enum_section(
                content.path,
                content.namespace,
                table,
                is_named=is_about_enums,
                of_relationships=relationships,
            )


def _names_of_relationships(tables: Sequence[TypeTable]) -> Iterator[str]:
    """Return the names of relationships and of the pages that they lead to, in lower case."""
    for table in tables:
        for row in table.table.rows if table.kind == TableKind.RELATIONSHIPS else ():
            if name := table.cell(row, Column.NAME):
                yield name_cell(name).text.lower()
            cell = table.cell(row, Column.TYPE)
            for link in cell.links if cell else ():
                if "#" not in link.target:
                    yield link.text.strip("`* ").lower()


def _name_evidence(content: ChapterContent, identity: Identity) -> NameEvidence:
    return NameEvidence(
        heading=other_name_in_heading(content.chapter, identity),
        contradictions=(
            *name_contradictions(
                content.path, content.chapter, content.namespace, identity
            ),
            *sample_name_findings(content.path, content.sample, content.annotation),
        ),
        has_requests=content.has_requests,
    )


def _type(
    content: ChapterContent, identity: Identity
) -> Iterator[TypeDeclaration | Diagnostic]:
    has_sample = content.sample is not None and bool(content.sample.content)
    if not content.annotation and not content.tables and not has_sample:
        parts = "members" if content.is_enum else "properties, relationships or methods"
        message = f"type `{identity.name}` has no {parts}"
        heading = "## Members" if content.is_enum else "## Properties"
        advice = f"add a table below `{heading}`, or an annotation"
        yield diagnostic(Code.EMPTY_TYPE, message, content.path, identity.span, advice)
    if content.is_enum:
        yield from enum_type(content, identity)
    else:
        yield from structured_type(content, identity)
