r"""Parse a type cell: an `Inline` in, a `TypeExpression` out, or `None` if it names no type.

    cell        := type extra? | sentence
    type        := alternative ( " or " alternative )*
    alternative := prefix? name suffix? noun? suffix?
    prefix      := word of COLLECTION_BEFORE, then "(", "<" or " of "
    suffix      := "[]" | whitespace, word of COLLECTION_AFTER, once or more
    noun        := word of REDUNDANT_WORDS                   -- "object", "resource"
    name        := identifier ( "." identifier )*, plain, linked, in code or in bold
    extra       := "(" | "," | "." | ";" …, or words after a linked name or a primitive
    sentence    := words and a link                          -- the first link names the type
                 | at most four words, the last a primitive  -- "Image base64 encoded string"

A type whose name ends in `Collection` is not a collection: `suffix` needs whitespace before it.
"""

import re

from msgspec import Struct

from docgen.extract.masked import link_at, masked, span_at
from docgen.markdown.page import Inline
from docgen.schema.edm import (
    COLLECTION_AFTER,
    COLLECTION_BEFORE,
    REDUNDANT_WORDS,
    primitive,
)
from docgen.source import Span


class TypeName(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """The name of a type on a page, with the target of its link and its span.

    With `is_translated` the words on the page are a translation, and `text` is from the target.
    """

    text: str
    target: str | None = None
    span: Span
    is_translated: bool = False


class TypeExpression(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A parsed type cell; `extra_text` is the words that are not part of the type."""

    name: TypeName
    is_collection: bool = False
    alternatives: tuple[TypeName, ...] = ()
    extra_text: str = ""


MAX_TYPE_CELL = 2_000
"""Maximum number of characters parsed in a type cell."""

_IDENTIFIERS = r"[^\W\d]\w*+(?>(?:[./-]\w++)*)"


def _words(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


_ALTERNATIVE = (
    rf"(?>(?:(?P<prefix>{_words(COLLECTION_BEFORE)})\s*+(?:[(<]|of\s++(?>(?:(?:an?|the)\s++)?))\s*+)?)"
    rf"\[?+(?P<name>{_IDENTIFIERS})\]?+"
    rf"(?>(?P<suffix>\[\]|(?>(?:(?:\s++|(?<=\]))(?:{_words(COLLECTION_AFTER)})\b)+))?)"
    rf"(?>(?:\s++(?:{_words(REDUNDANT_WORDS)})\b)?)"
    rf"(?>(?P<suffix_after_noun>\s++(?:{_words(COLLECTION_AFTER)})\b)?)"
    r"\s*+[)>]?+"
)
_TYPE = re.compile(rf"\s*+{_ALTERNATIVE}", re.IGNORECASE)
_OR = re.compile(r"\s*+or\b\s*+", re.IGNORECASE)
_NOT_TYPES = COLLECTION_BEFORE - {"list", "set"} | {"none"}
_TYPE_END = frozenset("(),.;:")
_COLLECTION_AT_END = re.compile(r"\bcollection\W*+$", re.IGNORECASE)
_COLLECTION_OF = re.compile(r"\bcollection of\b", re.IGNORECASE)
_WORD = re.compile(r"[\w.]+")


def type_expression(cell: Inline) -> TypeExpression | None:
    """Parse a type cell; return `None` if it does not name a type."""
    text = masked(cell, MAX_TYPE_CELL)
    return (
        _from_start(cell, text) or _from_link(cell, text) or _from_last_word(cell, text)
    )


def _from_start(cell: Inline, text: str) -> TypeExpression | None:
    """Parse a cell that starts with a type."""
    match = _TYPE.match(text)
    if not match or match["name"].lower() in _NOT_TYPES:
        return None
    alternatives, end = _alternatives(cell, text, match.end())
    if not _ends_type(cell, match, text[end:].strip()):
        return None
    return TypeExpression(
        name=_name(cell, match),
        is_collection=_is_collection(match)
        or _COLLECTION_AT_END.search(text, end) is not None,
        alternatives=alternatives,
        extra_text=" ".join(text[end:].strip(" .)\t\n").split()),
    )


def _ends_type(cell: Inline, match: re.Match[str], rest: str) -> bool:
    """Return whether `rest`, the words after the type, can follow a type."""
    if not rest or rest[0] in _TYPE_END:
        return True
    if not rest[0].isalnum() and rest[0] != "/":
        return False
    is_primitive = primitive(match["name"].lower()) is not None
    return is_primitive or link_at(cell, match.start("name")) is not None


def _is_collection(match: re.Match[str]) -> bool:
    return any(match[group] for group in ("prefix", "suffix", "suffix_after_noun"))


def _alternatives(
    cell: Inline, text: str, position: int
) -> tuple[tuple[TypeName, ...], int]:
    """Parse `or x or y` from `position`; return the names and where they end."""
    names: list[TypeName] = []
    while word := _OR.match(text, position):
        match = _TYPE.match(text, word.end())
        if not match:
            break
        names.append(_name(cell, match))
        position = match.end()
    return tuple(names), position


def _name(cell: Inline, match: re.Match[str]) -> TypeName:
    start, end = match.span("name")
    link = link_at(cell, start)
    if link and not link.text:
        return TypeName(
            text=match["name"], target=link.target, span=link.span, is_translated=True
        )
    return TypeName(
        text=match["name"],
        target=link.target if link else None,
        span=span_at(cell, start, end),
    )


def _from_link(cell: Inline, text: str) -> TypeExpression | None:
    """Parse a sentence whose first link names the type."""
    for link in cell.links:
        match = _TYPE.match(text, link.start)
        if match and link_at(cell, match.start("name")):
            return TypeExpression(
                name=_name(cell, match),
                is_collection=_is_collection(match)
                or _COLLECTION_OF.search(text, 0, match.start()) is not None,
                extra_text=" ".join(text.split()),
            )
    return None


def _from_last_word(cell: Inline, text: str) -> TypeExpression | None:
    """Parse at most four words of which the last is a primitive type."""
    words = list(_WORD.finditer(text))
    if not 1 < len(words) <= 4 or not primitive(words[-1][0]):
        return None
    start, end = words[-1].span()
    name = TypeName(text=words[-1][0], span=span_at(cell, start, end))
    return TypeExpression(name=name, extra_text=" ".join(text.split()))
