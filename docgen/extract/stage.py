"""The stage itself: a page in, what it declares and where its links lead out."""

from docgen.diagnostics import Result, sort_diagnostics
from docgen.extract.declarations import Declarations, PageLink, TypeDeclaration
from docgen.extract.declared import declared
from docgen.extract.findings import parted
from docgen.extract.page_links import page_links
from docgen.extract.placeholders import placeholders
from docgen.markdown.page import Page


def extract(page: Page) -> Result[Declarations]:
    """Return what a page declares (product, 5): types with their rows, enum types, links."""
    types: Result[tuple[TypeDeclaration, ...]] = parted(declared(page))
    links: Result[tuple[PageLink, ...]] = parted(page_links(page))
    declarations = Declarations(path=page.path, types=types.value, links=links.value)
    reported = (*placeholders(page), *types.diagnostics, *links.diagnostics)
    return Result(declarations, sort_diagnostics(reported))
