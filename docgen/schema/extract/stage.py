"""The stage itself: a page in, what its chapters declare and where its links lead out."""

from collections.abc import Iterator

from docgen.diagnostics import Checked, in_order
from docgen.markdown.page import (
    Annotation,
    Block,
    Fence,
    Inline,
    Items,
    Link,
    Page,
    Paragraph,
    Quote,
    Table,
)
from docgen.schema.declarations import Declarations, TypeDeclaration
from docgen.schema.extract.declared import declared
from docgen.schema.extract.findings import parted
from docgen.schema.extract.placeholders import placeholders
from docgen.schema.links import page_path
from docgen.schema.masked import link_extents

_INCLUSION = "[!INCLUDE"


def extract(page: Page) -> Checked[Declarations]:
    """Tell what a page declares (product, 5): types with their rows, enum types, links."""
    found: Checked[tuple[TypeDeclaration, ...]] = parted(declared(page))
    declarations = Declarations(
        path=page.path, types=found.value, links=tuple(_links(page))
    )
    return Checked(declarations, in_order((*placeholders(page), *found.diagnostics)))


def _links(page: Page) -> Iterator[Link]:
    """Give the links of the page that lead to a page."""
    for section in page.sections:
        if section.heading:
            yield from _leading(page, section.heading.content)
        for block in section.blocks:
            for inline in _inlines(block):
                yield from _leading(page, inline)


def _leading(page: Page, inline: Inline) -> Iterator[Link]:
    for link, start, _ in link_extents(inline) if inline.links else ():
        before = inline.source[max(start - len(_INCLUSION) - 1, 0) : start]
        is_inclusion = before.rstrip().upper().endswith(_INCLUSION)
        if not is_inclusion and page_path(page.path, link.target) is not None:
            yield link


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | Quote():
            yield block.content
        case Items():
            yield from block.items
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row.cells
        case Fence() | Annotation():
            return
