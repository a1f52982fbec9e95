"""Outline: the blocks of a page as text, for `docgen show --stage page`.

# 10 team resource type
  12 paragraph: Namespace: microsoft.graph
  20 table: Property | Type | Description
  22   displayName | String | The name.
"""

from collections.abc import Iterator
from typing import assert_never

from docgen.diagnostics import shorten
from docgen.markdown.page import (
    Annotation,
    Block,
    BlockQuote,
    Fence,
    Inline,
    ListBlock,
    Page,
    Paragraph,
    Section,
    Table,
)


def page_outline(page: Page) -> str:
    """Return the front matter, headings and blocks of a page, each with its line number."""
    lines = [f"page {page.path}"]
    lines += (
        f"  {entry.span.line} {entry.key}: {shorten(entry.value)}"
        for entry in page.front_matter
    )
    for section in page.sections:
        lines += _section(section)
    return "".join(f"{line}\n" for line in lines)


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        content = section.heading.content
        yield f"{'#' * section.heading.level} {content.span.line} {_inline(content)}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"  {block.content.span.line} paragraph: {_inline(block.content)}"
        case BlockQuote():
            yield f"  {block.content.span.line} quote: {_inline(block.content)}"
        case ListBlock():
            for item in block.items:
                yield f"  {item.span.line} item: {_inline(item)}"
        case Table():
            yield from _table(block)
        case Fence():
            info = f"code {block.info}" if block.info else "code"
            yield f"  {block.span.line} {info}: {block.body.count(chr(10))} lines"
        case Annotation():
            yield f"  {block.span.line} annotation: {shorten(block.json)}"
        case _:
            assert_never(block)


def _table(table: Table) -> Iterator[str]:
    yield f"  {table.span.line} table: {_cells(table.header)}"
    for row in table.rows:
        yield f"  {row.span.line}   {_cells(row.cells)}"


def _cells(cells: tuple[Inline, ...]) -> str:
    return " | ".join(map(_inline, cells))


def _inline(inline: Inline) -> str:
    targets = "".join(f" <{shorten(link.target)}>" for link in inline.links)
    return shorten(inline.plain) + targets
