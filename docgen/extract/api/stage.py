"""The stage itself: an API page in, its declaration out.

A page is an API page if it shows requests below "HTTP request", or says so in its front matter.
Every row of its parameter tables is in the declaration or in a diagnostic.
"""

from collections.abc import Iterable

from docgen.diagnostics import Code, Diagnostic, Result, diagnostic, result_of
from docgen.extract.api.body import body
from docgen.extract.api.body_members import with_members
from docgen.extract.api.declarations import (
    ApiContent,
    ApiDeclaration,
    ParameterDeclaration,
)
from docgen.extract.api.deprecation import deprecation
from docgen.extract.api.examples import documented_examples
from docgen.extract.api.ignored_requests import ignored_requests
from docgen.extract.api.introduction import page_summary
from docgen.extract.api.named_parameters import undocumented_parameters
from docgen.extract.api.options import options, standard_options
from docgen.extract.api.outline import Role, api_outline
from docgen.extract.api.parameters import ignored_rows, parameters
from docgen.extract.api.permissions import declared_permissions, unknown_permissions
from docgen.extract.api.requests import request_lines
from docgen.extract.api.response import response
from docgen.extract.api.subject import subject
from docgen.extract.api.title import page_title
from docgen.markdown.page import Page

_DOC_TYPE = "apipage"


def api_page(page: Page, *, declares_types: bool = False) -> Result[ApiContent | None]:
    """Return what an API page declares; `None` for any other page.

    That a page without a request says that it is one is an error, unless it `declares_types`.
    """
    sections = api_outline(page)
    is_marked = _is_marked(page)
    if not is_marked and all(one.role is not Role.REQUEST for one in sections):
        return Result(None)
    requests = request_lines(sections)
    if not requests:
        diagnostics: Iterable[Diagnostic] = (
            ignored_rows(page.path, sections) if is_marked else ()
        )
        if is_marked and not declares_types:
            diagnostics = (_without_request(page), *diagnostics)
        return Result(None, tuple(diagnostics))
    found: Result[tuple[ParameterDeclaration, ...]] = result_of(
        parameters(page.path, sections, declares_types=declares_types)
    )
    examples = documented_examples(page.path, sections, requests)
    declaration = ApiDeclaration(
        title=page_title(page),
        summary=page_summary(sections),
        subject=subject(sections),
        requests=requests,
        parameters=found.value,
        options=options(sections),
        standard_options=standard_options(sections),
        permissions=tuple(declared_permissions(sections)),
        body=with_members(body(sections), sections, found.value, examples.declared),
        response=response(sections),
        examples=examples.declared,
        deprecation=deprecation(page, sections),
    )
    content = ApiContent(declaration=declaration, written=examples.written)
    unknown = unknown_permissions(page.path, sections)
    named = undocumented_parameters(page.path, sections, found.value, requests)
    ignored = ignored_requests(page, sections, requests, examples.written)
    return Result(content, (*found.diagnostics, *unknown, *named, *ignored))


def _is_marked(page: Page) -> bool:
    """Return whether the front matter says that the page is an API page."""
    return any(
        one.key.casefold() == "doc_type" and one.value.casefold().startswith(_DOC_TYPE)
        for one in page.front_matter
    )


def _without_request(page: Page) -> Diagnostic:
    message = "page has no HTTP request, so it describes no operation"
    advice = "add a code block such as `GET /teams/{id}` below `## HTTP request`"
    span = page_title(page).span
    return diagnostic(Code.NO_REQUEST, message, page.path, span, advice)
