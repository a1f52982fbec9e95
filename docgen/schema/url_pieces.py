"""The URL of a request line as a sequence of fixed text and places of values.

/ships/{id}/near(size={size})?from={date}  is  /ships/ id /near(size= size )?from= from
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.regex import Regex
from docgen.schema.url_paths import (
    PLACEHOLDER,
    PathSegment,
    path_and_query,
    path_segments,
    placeholder_text,
)

PieceKind: TypeAlias = Literal["text", "placeholder", "argument", "query"]

_QUERY_NAME = Regex(r"[$@]?[\w.-]+")
_SELECTING = frozenset({"$select", "$expand"})


class UrlPiece(Struct, frozen=True, kw_only=True):
    """A part of a URL: text that is fixed, or the place of a value.

    `text` is the text, or the name of the value as the URL has it, empty if it has none. `before`
    is the word of the path before a placeholder that is a whole segment. Quotation marks around a
    value are text.
    """

    kind: PieceKind
    text: str
    before: str = ""


@lru_cache(maxsize=16_384)
def url_pieces(path: str) -> tuple[UrlPiece, ...]:
    """Return the parts of the URL of a request line, without its host.

    Its placeholders are those of its template, in the same order.
    """
    url, query = path_and_query(path)
    return (*_path_pieces(url), *_query_pieces(query))


def _path_pieces(url: str) -> Iterator[UrlPiece]:
    before = ""
    for segment in path_segments(url):
        if segment.is_call:
            yield from _call_pieces(segment)
        elif segment.is_value:
            yield from _value_pieces(segment, before)
        else:
            yield _text("/")
            yield from _mixed_pieces(segment.text, "placeholder")
        before = segment.word or before


def _text(text: str) -> UrlPiece:
    return UrlPiece(kind="text", text=text)


def _call_pieces(call: PathSegment) -> Iterator[UrlPiece]:
    """Return the parts of a function with its arguments, or of a key in parentheses."""
    yield _text(f"/{call.word}(")
    separator = ""
    for one in call.arguments:
        quote = "'" if one.is_quoted else ""
        yield _text(f"{separator}{one.name + '=' if one.name else ''}{quote}")
        if one.name:
            yield UrlPiece(kind="argument", text=one.name)
        else:
            yield UrlPiece(kind="placeholder", text=one.placeholder, before=call.word)
        separator = f"{quote},"
    yield _text(separator.removesuffix(",") + ")")


def _value_pieces(value: PathSegment, before: str) -> Iterator[UrlPiece]:
    """Return the parts of a segment that is a value, between colons if it is a path."""
    yield _text("/")
    for text in value.placeholders:
        yield UrlPiece(kind="placeholder", text=text, before=before)
    if value.text.endswith(":"):
        yield _text(":")


def _mixed_pieces(text: str, kind: PieceKind) -> Iterator[UrlPiece]:
    """Return the parts of a text with placeholders in it."""
    end = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > end:
            yield _text(text[end : found.start()])
        yield UrlPiece(kind=kind, text=placeholder_text(found))
        end = found.end()
    if end < len(text):
        yield _text(text[end:])


def _query_pieces(query: str) -> Iterator[UrlPiece]:
    """Return the parts of a query string; a value that is a placeholder has the name before it.

    Placeholders for what is selected are left out: a caller selects with an option.
    """
    separator = "?"
    for part in query.split("&"):
        name, equals, value = part.strip().partition("=")
        is_selection = name in _SELECTING and PLACEHOLDER.match(value)
        if not _QUERY_NAME.fullmatch(name) or not equals or is_selection:
            continue
        yield _text(f"{separator}{name}=")
        separator = "&"
        if PLACEHOLDER.fullmatch(value) and not name.startswith("$"):
            yield UrlPiece(kind="query", text=name)
        else:
            yield from _mixed_pieces(value, "query")
