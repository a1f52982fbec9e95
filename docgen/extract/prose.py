"""Prose: sections in, their texts, the namespace and the description that they state out."""

import re
from collections.abc import Iterator

from docgen.extract.masked import span_at
from docgen.extract.placeholders import description
from docgen.markdown.page import BlockQuote, Inline, ListBlock, Paragraph, Section
from docgen.source import Span

_NAMESPACE = re.compile(
    r"^\**namespace\**[ \t]*+:[ \t]*+\**([\w.]{1,500})\**[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_INCLUDE = re.compile(r"^\[?!INCLUDE\b.*$", re.IGNORECASE | re.MULTILINE)


def stated_namespace(sections: tuple[Section, ...]) -> str | None:
    """Return the namespace of the line `Namespace: …` near the heading."""
    for section in sections[:2]:
        for paragraph in paragraphs(section):
            if match := _NAMESPACE.search(paragraph.plain):
                return match[1].strip(".")
    return None


def namespace_span(sections: tuple[Section, ...]) -> Span | None:
    """Return the span of that namespace, if the line has no marks within the name."""
    for section in sections[:2]:
        for paragraph in paragraphs(section):
            if match := _NAMESPACE.search(paragraph.source):
                return span_at(paragraph, *match.span(1))
    return None


def lead_description(section: Section) -> str | None:
    """Return the paragraphs under a heading as one text, without what is said elsewhere."""
    texts: list[str] = []
    for paragraph in paragraphs(section):
        text = _without_asides(description(paragraph) or "")
        texts += [text] if text else []
    return "\n\n".join(texts) or None


def running(text: Inline) -> str:
    """Return a text as a grammar reads it: its lines are one, without what is said elsewhere."""
    return _without_asides(text.plain).replace("\n", " ")


def _without_asides(text: str) -> str:
    """Take inclusions and the line `Namespace: …` away."""
    return _NAMESPACE.sub("", _INCLUDE.sub("", text), count=1).strip()


def paragraphs(section: Section) -> Iterator[Inline]:
    """Return the paragraphs of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block.content


def texts(section: Section) -> Iterator[Inline]:
    """Return the paragraphs, notices and list items of a section."""
    for block in section.blocks:
        if isinstance(block, Paragraph | BlockQuote):
            yield block.content
        elif isinstance(block, ListBlock):
            yield from block.items
