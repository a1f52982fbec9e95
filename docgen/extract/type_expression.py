r"""The type cell: an `Inline` in, a `TypeExpression` out, or `None` where it names no type.

    cell       := type surplus? | sentence
    type       := alternative ( " or " alternative )*
    alternative:= before? name behind? beside? behind?
    before     := word of COLLECTION_BEFORE, then "(", "<" or " of "
    behind     := "[]" | blank, word of COLLECTION_BEHIND, once or more
    beside     := word of WORDS_BESIDE                       -- "object", "resource"
    name       := identifier ( "." identifier )*, plain, linked, in code or in bold
    surplus    := "(" | "," | "." | ";" …, or words behind a linked name or a primitive
    sentence   := words with a link in them                  -- the first link names the type
                | at most four words, the last a primitive   -- "Image base64 encoded string"

A type whose own name ends in `Collection` is no collection: `behind` needs a blank before it.
"""

import re

from msgspec import Struct

from docgen.extract.masked import link_at, masked, span_at, target_at
from docgen.markdown.page import Inline
from docgen.schema.edm import (
    COLLECTION_BEFORE,
    COLLECTION_BEHIND,
    WORDS_BESIDE,
    primitive,
)
from docgen.source import Span


class TypeName(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """A type as a page names it: the words, the target of the link around them, the place."""

    text: str
    target: str | None = None
    span: Span


class TypeExpression(Struct, frozen=True, array_like=True, kw_only=True, gc=False):
    """What a type cell says. `surplus` are the words that were passed over."""

    name: TypeName
    is_collection: bool = False
    alternatives: tuple[TypeName, ...] = ()
    surplus: str = ""


LONGEST_CELL = 2_000
"""Characters of a type cell that are looked at."""

_IDENTIFIERS = r"[^\W\d]\w*+(?>(?:[./-]\w++)*)"


def _words(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


_ALTERNATIVE = (
    rf"(?>(?:(?P<before>{_words(COLLECTION_BEFORE)})\s*+(?:[(<]|of\s++(?>(?:(?:an?|the)\s++)?))\s*+)?)"
    rf"\[?+(?P<name>{_IDENTIFIERS})\]?+"
    rf"(?>(?P<behind>\[\]|(?>(?:(?:\s++|(?<=\]))(?:{_words(COLLECTION_BEHIND)})\b)+))?)"
    rf"(?>(?:\s++(?:{_words(WORDS_BESIDE)})\b)?)"
    rf"(?>(?P<behind_beside>\s++(?:{_words(COLLECTION_BEHIND)})\b)?)"
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
    """Read a type cell (pages, 5.2). `None` where no type can be told."""
    text = masked(cell, LONGEST_CELL)
    match = _TYPE.match(text)
    if match and _is_whole(cell, match, text):
        return _expression(cell, text, match)
    return _from_link(cell, text) or _from_last_word(cell, text)


def _is_whole(cell: Inline, match: re.Match[str], text: str) -> bool:
    """Tell whether the words behind the type leave no doubt that it is one."""
    name = match["name"].lower()
    if name in _NEVER_TYPES:
        return False
    _, end = _alternatives(cell, text, match.end())
    rest = text[end:].strip()
    if not rest or rest[0] in _ENDS_A_TYPE:
        return True
    is_known = primitive(name) or link_at(cell, match.start("name")) is not None
    return bool(is_known) and (rest[0].isalnum() or rest[0] == "/")


def _expression(cell: Inline, text: str, match: re.Match[str]) -> TypeExpression:
    alternatives, end = _alternatives(cell, text, match.end())
    surplus = text[end:].strip(" .)\t\n")
    return TypeExpression(
        name=_name(cell, match),
        is_collection=_says_collection(match)
        or _LAST_IS_COLLECTION.search(text, end) is not None,
        alternatives=alternatives,
        surplus=" ".join(surplus.split()),
    )


def _says_collection(match: re.Match[str]) -> bool:
    return any(match[group] for group in ("before", "behind", "behind_beside"))


def _alternatives(
    cell: Inline, text: str, position: int
) -> tuple[tuple[TypeName, ...], int]:
    """Read `or x or y` from `position`; give the names and where they end."""
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
    """Take the first link of a sentence for the type."""
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
    """Take the last of a few words for the type, where it is a primitive."""
    words = list(_WORD.finditer(text))
    if not 1 < len(words) <= 4 or not primitive(words[-1][0]):
        return None
    start, end = words[-1].span()
    name = TypeName(text=words[-1][0], span=span_at(cell, start, end))
    return TypeExpression(name=name, surplus=" ".join(text.split()))
