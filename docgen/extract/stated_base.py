"""The base type in prose: the sections of a chapter in, the type that they name out.

    base := subject? verb article? kind? name
    verb := "inherits from" | "inherits the properties of" | "derived from" | "subclass of" …
    kind := "base class" | "abstract type" …
    name := a link, or identifiers joined by dots

Below the lead a sentence counts only if it is about the type of the page.
"""

import re

from docgen.extract.chapters import Chapter
from docgen.extract.masked import link_at, masked, span_at
from docgen.extract.prose import paragraphs, running
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Inline

_VERB = (
    r"\binherit(?:s|ed|ing)?(?: (?:all )?(?:the |its )?(?:properties|members))?"
    r" (?:from|of)"
    r"|\bderive[sd]? from|\bsub-?(?:type|class) (?:of|from)"
)
_BASE = re.compile(
    rf"(?:{_VERB})\s++(?>(?:(?:the|an?)\s++)?)(?>(?:(?:abstract|base|type|class|resource)\s++)*)"
    r"(?P<name>[^\W\d]\w*+(?>(?:\.\w++)*))",
    re.IGNORECASE,
)
_HINT = re.compile(r"inherit|deriv|sub-?(?:class|type)", re.IGNORECASE)
_NO_NAMES = frozenset(
    (
        *("this", "that", "these", "those", "here", "it", "its", "them", "which"),
        *("from", "and", "or", "some", "other"),
    )
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:this|the) (?:type|resource|entity)\b|^\W*it\b", re.IGNORECASE
)


def stated_base(chapter: Chapter, own_name: str) -> TypeName | None:
    """Return the base type that the lead names, or another sentence about the type itself."""
    for number, section in enumerate(chapter.sections):
        for paragraph in paragraphs(section):
            if number and not _is_about(running(paragraph), own_name):
                continue
            if name := _base(paragraph):
                return name
    return None


def _is_about(text: str, own_name: str) -> bool:
    begin = text[:200].lower()
    return own_name.lower() in begin or _ABOUT_ITSELF.search(begin) is not None


def _base(paragraph: Inline) -> TypeName | None:
    if not _HINT.search(paragraph.source):
        return None
    for match in _BASE.finditer(masked(paragraph)):
        if match["name"].lower() not in _NO_NAMES:
            return _name(paragraph, match.start("name"), match.end("name"))
    return None


def _name(paragraph: Inline, start: int, end: int) -> TypeName:
    """Return the name at a place: all words of a link, or the one word."""
    link = link_at(paragraph, start)
    return TypeName(
        text=link.text if link else paragraph.source[start:end],
        target=link.target if link else None,
        span=span_at(paragraph, start, end),
    )
