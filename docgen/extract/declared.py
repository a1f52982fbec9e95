"""What a page declares: its chapters with their tables in, declarations out.

Every body row of a page that declares something, or says that it does, ends in a declaration or
in a diagnostic.
"""

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic
from docgen.extract.chapters import chapters
from docgen.extract.declarations import TypeDeclaration
from docgen.extract.enums import enum_section, enum_type
from docgen.extract.evidence import Evidence, are_own_members, evidence
from docgen.extract.findings import parted
from docgen.extract.headers import TableKind
from docgen.extract.identity import Identity, identity_findings, namespace_of
from docgen.extract.leftover import (
    claims_a_type,
    is_of_api,
    no_type,
    not_english,
    passed_over_columns,
    passed_over_rows,
)
from docgen.extract.structured import structured
from docgen.markdown.page import Page


def declared(page: Page) -> Iterator[TypeDeclaration | Diagnostic]:
    """Return the types that the chapters of a page declare, and the diagnostics."""
    stated = namespace_of(page)
    gathered = [evidence(page, stated, chapter) for chapter in chapters(page)]
    types: Result[tuple[TypeDeclaration, ...]] = parted(
        finding for found in gathered for finding in _types(found.value)
    )
    yield from (reported for found in gathered for reported in found.diagnostics)
    yield from (*types.diagnostics, *types.value)
    chapters_found = [found.value for found in gathered]
    yield from _left_over(page, chapters_found, has_types=bool(types.value))


def _left_over(
    page: Page, found: Sequence[Evidence], *, has_types: bool
) -> Iterator[Diagnostic]:
    """Report what declares nothing on a page that declares something, or that should."""
    of_api = is_of_api(page, found)
    is_claimed = claims_a_type(page, is_of_api=of_api)
    is_declaring = is_claimed or has_types
    for one in found:
        if is_declaring or not one.is_about_requests:
            yield from passed_over_rows(one, is_of_type=is_declaring and not of_api)
        if is_declaring and not of_api:
            yield from passed_over_columns(one)
        yield from not_english(one)
    if found and is_claimed and not has_types:
        yield no_type(found[0])


def _types(found: Evidence) -> Iterator[TypeDeclaration | Diagnostic]:
    if found.named:
        path = found.page.path
        yield from identity_findings(
            path, found.chapter, found.namespace, found.annotation, found.named
        )
        yield from _named_type(found, found.named)
    elif found.is_about_requests:
        return
    for table in found.tables:
        if table.kind == TableKind.MEMBERS and not are_own_members(table):
            yield from enum_section(found.page.path, found.namespace, table)


def _named_type(
    found: Evidence, named: Identity
) -> Iterator[TypeDeclaration | Diagnostic]:
    path, chapter = found.page.path, found.chapter
    if not found.annotation and not found.tables:
        message = f"page declares `{named.name}` without any content"
        advice = "add a table below `## Properties`, or an annotation"
        yield diagnostic(Code.EMPTY_TYPE, message, path, named.span, advice)
    if found.is_enum:
        own = filter(are_own_members, found.tables)
        yield from enum_type(path, named, chapter.sections[0], own)
        return
    yield from structured(
        path, named, chapter, found.tables, found.annotation, found.sample
    )
