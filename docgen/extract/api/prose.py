"""The prose of a section, and the names of types in it.

In the grammars of `body` and `response` a name is a link, a word in bold or code, a primitive type,
or a plain word before "object". Links and marked words are replaced by one character each, whose
position in `Words.names` is the name, so that the grammars are patterns over words.
"""

import re

from msgspec import Struct

from docgen.extract.masked import span_at
from docgen.extract.type_expression import TypeName
from docgen.markdown.page import Inline
from docgen.regex import Regex
from docgen.source import Span

MAX_PROSE = 4_000
"""Maximum number of characters of a paragraph that are parsed."""
FIRST_NAME = 0xE000
"""The first of the characters that stand for names."""
TYPE_NAME = "[\ue000-\uf8ff]"
"""A pattern for such a character."""
ARTICLES = r"(?:(?:an?|the|one|your|updated|new|valid|complete|specific|existing|either|or)\s+)*"
"""A pattern for what may be between a preposition and a name."""

_RESERVED = Regex(TYPE_NAME)
_MARKED = Regex(r"\*\*([A-Za-z][\w.]*)\*\*|`([A-Za-z][\w.]*)`|__([A-Za-z][\w.]*)__")
_HEADERS = frozenset({"location", "prefer", "etag", "accept"})
"""Marked words that are the names of headers."""
_MAX_NAMES = 6_000


class Words(Struct, frozen=True, kw_only=True):
    """A paragraph whose links and marked words are single characters."""

    text: str
    names: tuple[TypeName, ...]
    span: Span

    def name(self, character: str) -> TypeName:
        """Return the name that a character stands for."""
        return self.names[ord(character) - FIRST_NAME]


def words(inline: Inline) -> Words:
    """Return a paragraph as words."""
    source = _RESERVED.sub(" ", inline.source[:MAX_PROSE])
    names: list[TypeName] = []
    parts: list[str] = []
    end = 0
    for link in inline.links:
        if link.end > len(source) or link.start < end or len(names) >= _MAX_NAMES:
            break
        parts.append(_with_marked(inline, source, end, link.start, names))
        label = link.text.strip()
        names.append(TypeName(text=label, target=link.target or None, span=link.span))
        parts.append(chr(FIRST_NAME + len(names) - 1))
        end = link.end
    parts.append(_with_marked(inline, source, end, len(source), names))
    text = "".join(parts).replace("*", "").replace("\n", " ")
    plain = " ".join(text.split())
    return Words(text=plain, names=tuple(names), span=inline.span)


def _with_marked(
    inline: Inline, source: str, start: int, end: int, names: list[TypeName]
) -> str:
    def mark(found: re.Match[str]) -> str:
        if len(names) >= _MAX_NAMES:
            return found[0]
        text = found[found.lastindex or 0]
        if text.lower() in _HEADERS:
            return text
        first = start + found.start(found.lastindex or 0)
        span = span_at(inline, first, first + len(text))
        names.append(TypeName(text=text, span=span))
        return chr(FIRST_NAME + len(names) - 1)

    return _MARKED.sub(mark, source[start:end])
