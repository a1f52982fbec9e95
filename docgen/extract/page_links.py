"""Find the links from a page to pages of its set and its anchors; report undefined references."""

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
from docgen.regex import Regex
from docgen.schema.links import anchor, heading_anchors, page_path

_HEADING_ID = Regex(r"\{:?\s*#([\w.-]+)[^{}]*\}\s*\Z")
_ANCHOR = Regex(
    r"<\w+\s[^<>]{0,200}?\b(?:name|id)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE
)
_TAB = "tab/"
_REFERENCE = Regex(r"\[([^\[\]]*)\](?:\[([^\[\]]*)\])?$")


def page_links(page: Page) -> Iterator[PageLink | Diagnostic]:
    """Return the links to other pages of the set, and report undefined references."""
    for section in page.sections:
        if section.heading:
            yield from _links(page.path, section.heading.content)
        for block in section.blocks:
            for inline in _inlines(block):
                yield from _links(page.path, inline)


def row_links(page: Page) -> tuple[str, ...]:
    """Return the pages that the first cells of rows link to, in lower case."""
    cells = (
        row.cells[0]
        for section in page.sections
        for block in section.blocks
        for row in (block.rows if isinstance(block, Table) else ())
        if row.cells
    )
    targets = (page_path(page.path, link.target) for one in cells for link in one.links)
    return tuple(dict.fromkeys(one.lower() for one in targets if one))


def page_anchors(page: Page) -> tuple[str, ...]:
    """Return the anchors of a page: those of its headings, and the ids of its HTML elements."""
    found = dict.fromkeys(heading_anchors(one.title for one in page.sections))
    found.pop("", None)
    sources = (one.heading.content.source for one in page.sections if one.heading)
    for match in filter(None, map(_HEADING_ID.search, sources)):
        found[match[1].lower()] = None
    if "<" in page.text:
        found |= dict.fromkeys(map(str.lower, _ANCHOR.findall(page.text)))
    return tuple(found)


def _links(path: str, inline: Inline) -> Iterator[PageLink | Diagnostic]:
    for link in inline.links:
        if not link.target:
            source = inline.source[link.start : link.end]
            yield from _undefined_reference(path, link, source)
            continue
        target = page_path(path, link.target)
        name = anchor(link.target)
        if name.startswith(_TAB):
            name = ""
        if target and (target != path or name) and not target.startswith("../"):
            yield PageLink(target, link.span, link.target, name)


def _undefined_reference(path: str, link: Link, source: str) -> Iterator[Diagnostic]:
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
