"""Derived types in prose: a chapter in, the types that it says derive from its own out.

    derived := "base type" … "of" links | "derived types" … links  -- in a sentence
             | "derived types" … ":" and the links of the list below
             | links "are subclasses of" …
             | a table under "Derived types", whose first column links

Only links count, and only those right behind the words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from docgen.extract.chapters import Chapter
from docgen.extract.headers import normal
from docgen.extract.masked import links_between, masked
from docgen.extract.prose import running
from docgen.extract.tables import title
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Block, Inline, ListBlock, Paragraph, Section, Table

MOST_SENTENCES = 20
"""How many sentences of each kind are looked at in a paragraph."""

_OF_DERIVED = re.compile(
    r"\bbase (?:type|class|resource)\b[^.:]{0,40} (?:for|of)\b|\bderived types\b",
    re.IGNORECASE,
)
_ARE_DERIVED = re.compile(r"\bare (?:sub-?(?:class|type)e?s|derived)\b", re.IGNORECASE)
_DERIVED_TITLE = "derived types"
_ASIDE = re.compile(r"\b(?:in|on|of|to|that|which)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.(?=\s|$)")


def derived_types(chapter: Chapter) -> tuple[TypeName, ...]:
    """Return the types that the page says derive from its own; only links count."""
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
    """Return the links behind "base type of", and those before "are subclasses of"."""
    if not paragraph.links:
        return
    visible = masked(paragraph)
    claims = tuple(_claims(visible))
    ends = _sentence_ends(visible) if claims else []
    for match in claims:
        start, end = _sentence(ends, match.start())
        if _ARE_DERIVED.fullmatch(match[0]):
            yield from _links(paragraph, start, match.start())
        elif not _ASIDE.search(_before_link(paragraph, visible, match.end())):
            yield from _links(paragraph, match.end(), end)


def _claims(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_OF_DERIVED, _ARE_DERIVED):
        yield from islice(pattern.finditer(text), MOST_SENTENCES)


def _sentence_ends(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]


def _sentence(ends: list[int], place: int) -> tuple[int, int]:
    """Return the ends of sentences before and behind a place."""
    behind = bisect_right(ends, place)
    return ends[behind - 1], ends[min(behind, len(ends) - 1)]


def _before_link(paragraph: Inline, visible: str, start: int) -> str:
    """Return the words from `start` up to the next link."""
    following = links_between(paragraph, start)
    return visible[start : following[0].start if following else start]


def _links(paragraph: Inline, start: int, end: int) -> Iterator[TypeName]:
    for link in links_between(paragraph, start, end):
        yield TypeName(text=link.text, target=link.target, span=link.span)


def _announces_list(paragraph: Inline, following: Block | None) -> bool:
    if not isinstance(following, ListBlock):
        return False
    text = running(paragraph)
    return text.endswith((":", "include")) and _OF_DERIVED.search(text) is not None


def _in_list(block: Block | None) -> Iterator[TypeName]:
    for item in block.items if isinstance(block, ListBlock) else ():
        for link in item.links[:1]:
            yield TypeName(text=link.text, target=link.target, span=link.span)


def _in_tables(section: Section) -> Iterator[TypeName]:
    for block in section.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            for link in row.cells[0].links[:1]:
                yield TypeName(text=link.text, target=link.target, span=link.span)
