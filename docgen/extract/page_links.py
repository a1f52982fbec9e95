"""The links of a page: those that lead to others of its set, and what is to tell of the rest."""

import re
from collections.abc import Iterator
from typing import assert_never

from docgen.diagnostics import Code, Diagnostic, diagnostic, quote
from docgen.extract.declarations import PageLink
from docgen.markdown.page import (
    Annotation,
    Block,
    BlockQuote,
    Fence,
    Inline,
    Link,
    ListBlock,
    Page,
    Paragraph,
    Table,
)
from docgen.schema.links import page_path

_INCLUSION = "[!INCLUDE"
_REFERENCE = re.compile(r"\[([^\[\]]*)\](?:\[([^\[\]]*)\])?$")


def page_links(page: Page) -> Iterator[PageLink | Diagnostic]:
    """Return the links that lead to a page of the set, and report broken ones."""
    for section in page.sections:
        if section.heading:
            yield from _leading(page, section.heading.content)
        for block in section.blocks:
            for inline in _inlines(block):
                yield from _leading(page, inline)


def _leading(page: Page, inline: Inline) -> Iterator[PageLink | Diagnostic]:
    for link in inline.links:
        start = max(link.start - len(_INCLUSION) - 1, 0)
        before = inline.source[start : link.start]
        if before.rstrip().upper().endswith(_INCLUSION):
            continue
        if not link.target:
            yield from _dangling(page.path, link, inline.source[link.start : link.end])
        elif (path := page_path(page.path, link.target)) and _is_another(path, page):
            yield PageLink(path, link.span)


def _is_another(path: str, page: Page) -> bool:
    return path != page.path and not path.startswith("../")


def _dangling(path: str, link: Link, source: str) -> Iterator[Diagnostic]:
    match = _REFERENCE.search(source)
    if match:
        name = match[2] or match[1]
        message = f"reference {quote(name)} is not defined on this page"
        advice = f"add a line {quote(f'[{name}]: address')}"
        yield diagnostic(Code.UNDEFINED_REFERENCE, message, path, link.span, advice)


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | BlockQuote():
            yield block.content
        case ListBlock():
            yield from block.items
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row.cells
        case Fence() | Annotation():
            return
        case _:
            assert_never(block)
