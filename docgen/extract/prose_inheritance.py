"""Parse the base type and the derived types that the prose of a chapter names.

    base    := verb article? kind? name
    verb    := "inherits from" | "inherits the properties of" | "derived from" | "subclass of" …
             | a word of TRANSLATED_INHERITANCE_WORDS, in a sentence with one link: the name
    kind    := "base class" | "abstract type" …
    name    := a link, or identifiers joined by dots

    derived := "base type" … "of" links | "derived types" … links   -- in one sentence
             | "derived types" … ":" and the links of the list after it
             | "types that derive from" name … ":" and these links  -- the name of the type itself
             | links ( "are subclasses of" | "inherit from this" ) …
             | the links in the first column of a table below "Derived types"

After the first section, a sentence names the base type only if it is about the type of the chapter.
Derived types must be links.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from docgen.extract.chapters import Chapter
from docgen.extract.declarations import ProseBase
from docgen.extract.masked import link_at, links_between, masked, span_at
from docgen.extract.prose import one_line, paragraphs
from docgen.extract.titles import normalized_title
from docgen.extract.translated import linked_name
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import (
    Block,
    BlockQuote,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Section,
    Table,
)
from docgen.regex import Regex
from docgen.vocabulary import TRANSLATED_INHERITANCE_WORDS, TRANSLATED_INHERITED_BY

MAX_SENTENCES = 20
"""Maximum number of sentences of each kind that name derived types in a paragraph."""

_VERB = (
    r"\binherit(?:s|ed|ing)?(?: (?:all )?(?:the |its )?(?:properties|members))?"
    r" (?:from|of)"
    r"|\bderive[sd]? from|\bsub-?(?:type|class) (?:of|from)"
)
_BASE = Regex(
    rf"(?:{_VERB})\s++(?>(?:(?:the|an?)\s++)?)(?>(?:(?:abstract|base|type|class|resource)\s++)*)"
    r"(?P<name>[^\W\d]\w*+(?>(?:\.\w++)*))",
    re.IGNORECASE,
)
_BASE_HINT = Regex(r"inherit|deriv|sub-?(?:class|type)", re.IGNORECASE)
_TRANSLATED_HINT = Regex("|".join(TRANSLATED_INHERITANCE_WORDS), re.IGNORECASE)
_SENTENCE_MARKS = (". ", "。")
_CHINESE_INHERITANCE = ("继承", "繼承")
_BY, _FROM, _DERIVED = ("由", "被"), ("自", "于", "於"), "派生"
_INHERITED_BY = Regex("|".join(TRANSLATED_INHERITED_BY), re.IGNORECASE)
_BEFORE_NAME = "[*_` "
"""Markup between a preposition and a name."""
_MARKS = ("*", "_", "`")
_END_OF_SENTENCE = Regex(r"\s*+(?:[.;](?=\s|$)|$)")
_INNER_CAPITAL = Regex(r"[a-z\d][A-Z]|\w\.\w")
_NOT_NAMES = frozenset(
    (
        *("this", "that", "these", "those", "here", "it", "its", "them", "which"),
        *("from", "and", "or", "some", "other"),
    )
)
_SUBJECT = Regex(r"\b(?:this|the) (?:type|resource|entity)\b|^\W*it\b", re.IGNORECASE)

_BEFORE_DERIVED = Regex(
    r"\bbase (?:type|class|resource)\b[^.:]{0,40} (?:for|of)\b|\bderived types\b",
    re.IGNORECASE,
)
_AFTER_DERIVED = Regex(
    r"\bare (?:sub-?(?:class|type)e?s|derived)\b|\b(?:inherit|derive) from (?:this|it)\b",
    re.IGNORECASE,
)
_DERIVE_FROM = Regex(
    r"\b(?:types|classes|resources|entities)(?: (?:that|which))?(?: are)?"
    r" (?:derived?|inherit(?:ed)?) (?:directly )?from (?:the )?(?P<base>\w+(?:\.\w+)*)",
    re.IGNORECASE,
)
"""The types that derive from a type, which may be that of the page."""
_DERIVED_TITLE = "derived types"
_OTHER_CLAUSE = Regex(r"\b(?:in|on|of|to|that|which)\b", re.IGNORECASE)
_SENTENCE_END = Regex(r"\.(?=\s|$)")


def prose_base(
    chapter: Chapter, type_name: str, *, is_translated: bool = False
) -> ProseBase | None:
    """Return the first type that the prose names as the base of the type `type_name`."""
    for number, section in enumerate(chapter.sections):
        for paragraph in _prose(section):
            if number and not _is_about(one_line(paragraph), type_name):
                continue
            if name := _base(paragraph, is_translated=is_translated):
                return name
    return None


def _prose(section: Section) -> Iterator[Inline]:
    """Return the paragraphs of a section, and after them its block quotes.

    A line right below a quote is part of it in markdown.
    """
    yield from paragraphs(section)
    for block in section.blocks:
        if isinstance(block, BlockQuote):
            yield block.content


def _is_about(text: str, type_name: str) -> bool:
    begin = text[:200].lower()
    return type_name.lower() in begin or _SUBJECT.search(begin) is not None


def _base(paragraph: Inline, *, is_translated: bool) -> ProseBase | None:
    if _BASE_HINT.search(paragraph.source):
        for match in _BASE.finditer(masked(paragraph)):
            if match["name"].lower() not in _NOT_NAMES:
                return _base_name(paragraph, *match.span("name"))
    return _translated_base(paragraph) if is_translated and paragraph.links else None


def _translated_base(paragraph: Inline) -> ProseBase | None:
    """Return the only link of a sentence about inheritance in another language."""
    text = masked(paragraph)
    for word in _TRANSLATED_HINT.finditer(text):
        start = max(text.rfind(mark, 0, word.start()) for mark in _SENTENCE_MARKS)
        ends = (text.find(mark, word.end()) for mark in _SENTENCE_MARKS)
        end = min((end for end in ends if end >= 0), default=len(text))
        links = links_between(paragraph, max(0, start), end)
        if len(links) == 1 and not _names_other_type(text, word, links[0]):
            return ProseBase(name=linked_name(links[0]), is_marked=True)
    return None


def _names_other_type(text: str, word: re.Match[str], link: Link) -> bool:
    """Return whether the link of a sentence about inheritance is not the base type.

    It is inherited by the type that the link names, or a Chinese sentence goes on with its base.
    """
    if link.start > word.start() or not word[0].endswith(_CHINESE_INHERITANCE):
        return _INHERITED_BY.match(text, word.start()) is not None
    before = text[: link.start].rstrip(_BEFORE_NAME)
    is_passive = before.endswith(_BY) and _DERIVED not in text[link.end : word.end()]
    return is_passive or text.startswith(_FROM, word.end())


def _base_name(paragraph: Inline, start: int, end: int) -> ProseBase:
    """Return the name at an offset: the label of a link, or one word."""
    link = link_at(paragraph, start)
    source = paragraph.source
    name = TypeName(
        text=link.text if link else source[start:end],
        target=link.target if link else None,
        span=span_at(paragraph, start, end),
    )
    is_in_markup = source[:start].endswith(_MARKS) and source.startswith(_MARKS, end)
    is_at_end = _END_OF_SENTENCE.match(source, end) is not None
    looks_like_name = _INNER_CAPITAL.search(source, start, end) is not None
    is_marked = bool(link) or is_in_markup or is_at_end or looks_like_name
    return ProseBase(name=name, is_marked=is_marked)


def derived_types(chapter: Chapter) -> tuple[TypeName, ...]:
    """Return the types that a chapter names as derived from its type."""
    links = [*_derived_in_prose(chapter.sections[0])]
    for section in chapter.sections:
        if normalized_title(section.title) == _DERIVED_TITLE:
            links += _derived_in_tables(section)
    return tuple(
        TypeName(text=link.text, target=link.target, span=link.span) for link in links
    )


def _derived_in_prose(section: Section) -> Iterator[Link]:
    for block, following in zip(
        section.blocks, (*section.blocks[1:], None), strict=False
    ):
        if isinstance(block, Paragraph):
            yield from _derived_in_sentences(block.content)
            yield from _derived_in_list(block.content, following, section.title)


def _derived_in_sentences(paragraph: Inline) -> Iterator[Link]:
    """Return the links after "base type of" and before "are subclasses of"."""
    if not paragraph.links:
        return
    text = masked(paragraph)
    phrases = (
        *islice(_BEFORE_DERIVED.finditer(text), MAX_SENTENCES),
        *islice(_AFTER_DERIVED.finditer(text), MAX_SENTENCES),
    )
    bounds = _sentence_bounds(text) if phrases else []
    for phrase in phrases:
        index = bisect_right(bounds, phrase.start())
        start, end = bounds[index - 1], bounds[min(index, len(bounds) - 1)]
        if _AFTER_DERIVED.found(phrase):
            yield from links_between(paragraph, start, phrase.start())
        elif not _OTHER_CLAUSE.search(_text_before_link(paragraph, text, phrase.end())):
            yield from links_between(paragraph, phrase.end(), end)


def _sentence_bounds(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]


def _text_before_link(paragraph: Inline, text: str, start: int) -> str:
    """Return the text from `start` to the next link."""
    following = links_between(paragraph, start)
    return text[start : following[0].start if following else start]


def _derived_in_list(
    paragraph: Inline, following: Block | None, title: str
) -> Iterator[Link]:
    """Return the first link of each item of a list, if the paragraph before it introduces it."""
    if not isinstance(following, ListBlock):
        return
    text = one_line(paragraph)
    introduces = _BEFORE_DERIVED.search(text) or _derives_from(title, text)
    if text.endswith((":", "include")) and introduces:
        for item in following.items:
            yield from item.links[:1]


def _derives_from(title: str, text: str) -> bool:
    """Return whether a text is about types that derive from the type that a title names."""
    found = _DERIVE_FROM.search(text)
    names = {"this", "it", *title.lower().split()[:1]}
    return found is not None and not names.isdisjoint(
        (found["base"].lower(), found["base"].rpartition(".")[2].lower())
    )


def _derived_in_tables(section: Section) -> Iterator[Link]:
    for block in section.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            yield from row.cells[0].links[:1]
