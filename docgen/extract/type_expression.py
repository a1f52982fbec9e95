r"""Parse a type cell: an `Inline` in, a `TypeExpression` out, or `None` if it names no type.

    cell        := type extra? | sentence
    type        := alternative ( " or " alternative )*
    alternative := prefix? name suffix? noun? suffix?
    prefix      := word of COLLECTION_BEFORE, then "(", "<" or " of "
    suffix      := "[]" | whitespace, word of COLLECTION_AFTER, once or more
    noun        := word of REDUNDANT_WORDS                      -- "object", "resource"
    name        := identifier ( "." identifier )*, plain, linked, in code or in bold
    extra       := "(" | "," | "." | ";" …, or words after a linked name or a primitive
    sentence    := words with a link in them                 -- the first link names the type
                 | at most four words, the last a primitive  -- "Image base64 encoded string"

A type whose name ends in `Collection` is not a collection: `suffix` needs whitespace before it.
"""

import re

from msgspec import Struct

from docgen.extract.masked import link_at, masked, span_at, target_at
from docgen.markdown.page import Inline
from docgen.schema.edm import (
    COLLECTION_AFTER,
    COLLECTION_BEFORE,
    REDUNDANT_WORDS,
    primitive,
)
from docgen.source import Span


class TypeName(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A type name in a page, with the target of its link and its span."""

    text: str
    target: str | None = None
    span: Span


class TypeExpression(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A parsed type cell. `surplus` holds the words that were ignored."""

    name: TypeName
    is_collection: bool = False
    alternatives: tuple[TypeName, ...] = ()
    surplus: str = ""


MAX_TYPE_CELL = 2_000
"""Number of characters of a type cell that are parsed."""

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
_NEVER_TYPES = COLLECTION_BEFORE - {"list", "set"} | {"none"}
_ENDS_A_TYPE = frozenset("(),.;:")
_LAST_IS_COLLECTION = re.compile(r"\bcollection\W*+$", re.IGNORECASE)
_COLLECTION_OF = re.compile(r"\bcollection of\b", re.IGNORECASE)
_WORD = re.compile(r"[\w.]+")


def type_expression(cell: Inline) -> TypeExpression | None:
    """Parse a type cell (pages, 5.2). Return `None` if no type is found."""
    text = masked(cell, MAX_TYPE_CELL)
    return (
        _from_start(cell, text) or _from_link(cell, text) or _from_last_word(cell, text)
    )


def _from_start(cell: Inline, text: str) -> TypeExpression | None:
    """Parse the type that the cell starts with."""
    match = _TYPE.match(text)
    if not match or match["name"].lower() in _NEVER_TYPES:
        return None
    alternatives, end = _alternatives(cell, text, match.end())
    if not _ends_type(cell, match, text[end:].strip()):
        return None
    return TypeExpression(
        name=_name(cell, match),
        is_collection=_says_collection(match)
        or _LAST_IS_COLLECTION.search(text, end) is not None,
        alternatives=alternatives,
        surplus=" ".join(text[end:].strip(" .)\t\n").split()),
    )


def _ends_type(cell: Inline, match: re.Match[str], rest: str) -> bool:
    """Return whether `rest`, the words after the type, can follow a type."""
    if not rest or rest[0] in _ENDS_A_TYPE:
        return True
    if not rest[0].isalnum() and rest[0] != "/":
        return False
    is_primitive = primitive(match["name"].lower()) is not None
    return is_primitive or link_at(cell, match.start("name")) is not None


def _says_collection(match: re.Match[str]) -> bool:
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
    return TypeName(
        text=match["name"],
        target=target_at(cell, start),
        span=span_at(cell, start, end),
    )


def _from_link(cell: Inline, text: str) -> TypeExpression | None:
    """Use the first link of a sentence as the type."""
    for link in cell.links:
        match = _TYPE.match(text, link.start)
        if match and link_at(cell, match.start("name")):
            return TypeExpression(
                name=_name(cell, match),
                is_collection=_says_collection(match)
                or _COLLECTION_OF.search(text, 0, match.start()) is not None,
                surplus=" ".join(text.split()),
            )
    return None


def _from_last_word(cell: Inline, text: str) -> TypeExpression | None:
    """Use the last of at most four words as the type if it is a primitive."""
    words = list(_WORD.finditer(text))
    if not 1 < len(words) <= 4 or not primitive(words[-1][0]):
        return None
    start, end = words[-1].span()
    name = TypeName(text=words[-1][0], span=span_at(cell, start, end))
    return TypeExpression(name=name, surplus=" ".join(text.split()))
