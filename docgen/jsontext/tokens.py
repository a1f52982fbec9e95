r"""The tokens of a JSON text, and of what people write in its place.

token := blank | comment | string | curly | mark | word | other
curly := a string between curly quotation marks
word  := letters, digits and `.+-_`                -- a number, true, null, or wrong
"""

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.source import START, Span

OPENING = ("{", "[")
CLOSING = ("}", "]")
QUOTES = '“”„"'
SURROGATES = re.compile("[\ud800-\udfff]")

_KEYS = ("string", "curly", "word")
_UNSEEN = ("blank", "comment")
_TOKEN = re.compile(
    r"""
      (?P<blank>[ \t\n]++)
    | (?P<comment>//[^\n]*+ | /\*(?>(?:[^*]|\*(?!/))*)(?:\*/)?)
    | (?P<string>"(?>(?:[^"\\]|\\.)*)"?)
    | (?P<curly>[“”„](?>(?:[^“”„"\n\\]|\\.)*)[“”„"]?)
    | (?P<mark>[{}\[\]:,])
    | (?P<word>[\w.+-]++)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(Struct, frozen=True):
    """A token: its kind as above, its text, and where it begins; it may go on over lines."""

    kind: str
    text: str
    span: Span


def tokens(text: str, at: Span = START) -> Iterator[Token]:
    """Give the tokens of `text`, which begins at the place `at` of a page, every character."""
    line, column = at.line, at.column
    for found in _TOKEN.finditer(text):
        token = found[0]
        end = column + len(token)
        yield Token(found.lastgroup or "other", token, Span(line, column, end))
        if "\n" in token:
            line += token.count("\n")
            column = len(token) - token.rindex("\n")
        else:
            column = end


def top_level_keys(text: str, at: Span = START) -> tuple[tuple[str, Span], ...]:
    """Give the keys of the object in `text` with their places, quotation marks left out."""
    keys: list[tuple[str, Span]] = []
    level = 0
    last: Token | None = None
    for token in tokens(text, at):
        if token.kind in _UNSEEN:
            continue
        if token.text in OPENING:
            level += 1
        elif token.text in CLOSING:
            level -= 1
        elif token.text == ":" and level == 1 and last and last.kind in _KEYS:
            keys.append(_key(last))
        last = token
    return tuple(keys)


def _key(token: Token) -> tuple[str, Span]:
    span = token.span
    if token.kind == "word":
        return token.text, span
    try:
        name = str(json.loads(token.text, strict=False))
    except ValueError:
        name = token.text.strip(QUOTES)
    inside = Span(span.line, span.column + 1, max(span.column + 1, span.end_column - 1))
    return SURROGATES.sub("\ufffd", name), inside
