"""Derived types in prose: a chapter in, the types that it says derive from its own out.

    derived := "base type" … "of" links | "derived types" … links  -- in a sentence
             | "derived types" … ":" and the links of the list below
             | links "are subclasses of" …
             | a table under "Derived types", whose first column links

Only links count, and only those right behind the words.
"""

import re
from collections.abc import Iterator

from docgen.markdown.page import Block, Inline, Items, Paragraph, Section, Table
from docgen.schema.extract.chapters import Chapter
from docgen.schema.extract.tables import title
from docgen.schema.headers import normal
from docgen.schema.masked import link_extents, links_between, masked
from docgen.schema.type_expression import TypeName

MOST_SENTENCES = 20
"""How many sentences of a paragraph are looked at."""

_OF_DERIVED = re.compile(
    r"\bbase (?:type|class|resource)\b[^.:]{0,40} (?:for|of)\b|\bderived types\b",
    re.IGNORECASE,
)
_ARE_DERIVED = re.compile(r"\bare (?:sub-?(?:class|type)e?s|derived)\b", re.IGNORECASE)
_DERIVED_TITLE = "derived types"
_ASIDE = re.compile(r"\b(?:in|on|of|to|that|which)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.(?=\s|$)")


def derived_types(chapter: Chapter) -> tuple[TypeName, ...]:
    """Give the types that the page says derive from its own; only links count."""
    lead = chapter.sections[0]
    names = [*_in_lead(lead)]
    for section in chapter.sections:
        if normal(title(section)) == _DERIVED_TITLE:
            names += _in_tables(section)
    return tuple(names)


def _in_lead(section: Section) -> Iterator[TypeName]:
    blocks = section.blocks
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        yield from _in_sentences(block.content)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if _announces_list(block.content, following):
            yield from _in_list(following)


def _in_sentences(paragraph: Inline) -> Iterator[TypeName]:
    """Give the links behind "base type of", and those before "are subclasses of"."""
    text = paragraph.plain
    if not _OF_DERIVED.search(text) and not _ARE_DERIVED.search(text):
        return
    visible = masked(paragraph)
    found = (*_OF_DERIVED.finditer(visible), *_ARE_DERIVED.finditer(visible))
    for match in found[:MOST_SENTENCES]:
        is_before = _ARE_DERIVED.fullmatch(match[0]) is not None
        start, end = _sentence(visible, match.start())
        if is_before:
            yield from _links(paragraph, start, match.start())
        elif not _ASIDE.search(_before_link(paragraph, visible, match.end())):
            yield from _links(paragraph, match.end(), end)


def _before_link(paragraph: Inline, visible: str, start: int) -> str:
    """Give the words from `start` up to the next link."""
    links = (begin for _, begin, _ in link_extents(paragraph) if begin >= start)
    return visible[start : next(links, start)]


def _sentence(text: str, place: int) -> tuple[int, int]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= place), default=0)
    return start, min((end for end in ends if end > place), default=len(text))


def _links(paragraph: Inline, start: int, end: int) -> Iterator[TypeName]:
    for link in links_between(paragraph, start, end):
        yield TypeName(text=link.text, target=link.target, span=link.span)


def _announces_list(paragraph: Inline, following: Block | None) -> bool:
    text = paragraph.plain.rstrip()
    is_announced = text.endswith((":", "include")) and _OF_DERIVED.search(text)
    return bool(is_announced) and isinstance(following, Items)


def _in_list(block: Block | None) -> Iterator[TypeName]:
    for item in block.items if isinstance(block, Items) else ():
        for link in item.links[:1]:
            yield TypeName(text=link.text, target=link.target, span=link.span)


def _in_tables(section: Section) -> Iterator[TypeName]:
    for block in section.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            for link in row.cells[0].links[:1]:
                yield TypeName(text=link.text, target=link.target, span=link.span)
