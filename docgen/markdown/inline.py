"""Inline texts: the pieces of a text enter, an `Inline` leaves.

Most texts hold no markup and are taken as they are. A text of more than 100,000 characters, or
with brackets nested more than 100 deep, is not looked into.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.markdown.everyday import everyday
from docgen.markdown.markup import markup
from docgen.markdown.page import Inline, Line, Link
from docgen.markdown.piece import Piece
from docgen.markdown.seen import ESCAPED_PIPE, PIPE, FoundLink, Seen, readable
from docgen.source import Span

LONGEST = 100_000
MOST_BRACKETS = 100

_MARKUP = re.compile(r"[\\`*_\[<&~]")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


class Texts:
    """Reads the inline texts of one page, and collects what there is to tell of them."""

    def __init__(self, path: str, references: Mapping[str, dict[str, str]]) -> None:
        self.told: list[Diagnostic] = []
        self._path = path
        self._references = references
        self._known: dict[str, Seen] = {}

    def paragraph(self, pieces: Sequence[Piece]) -> Inline:
        """Read running text: its lines are joined by newlines."""
        return self._text(pieces, "\n")

    def cell(self, pieces: Sequence[Piece]) -> Inline:
        """Read a cell; the lines of one that is broken are joined by blanks."""
        return self._text(pieces, " ")

    def _text(self, pieces: Sequence[Piece], joint: str) -> Inline:
        first = pieces[0]
        source = first.text
        span = Span(first.line, first.column, first.column + len(source))
        lines: tuple[Line, ...] = ()
        if len(pieces) > 1:
            source = joint.join(piece.text for piece in pieces)
            lines = tuple(_lines(pieces))
        seen = self._seen(source, span)
        links = tuple(_placed(pieces, seen.links)) if seen.links else ()
        return Inline(
            source=source, plain=seen.plain, span=span, links=links, lines=lines
        )

    def _seen(self, source: str, span: Span) -> Seen:
        if not _MARKUP.search(source):
            return Seen(readable(source))
        if _is_oversized(source):
            self.told.append(_oversized(self._path, span))
            return Seen(readable(source))
        return self._read(source)

    def _read(self, source: str) -> Seen:
        known = self._known.get(source)
        if known is None:
            text = source.replace(ESCAPED_PIPE, PIPE)
            known = everyday(text) or markup(text, self._references)
            self._known[source] = known
        return known


def _is_oversized(source: str) -> bool:
    if len(source) > LONGEST:
        return True
    if source.count("[") <= MOST_BRACKETS:
        return False
    level = deepest = 0
    for found in _BRACKET.finditer(source):
        level += (found[0] == "[") - (found[0] == "]" and level > 0)
        deepest = max(deepest, level)
    return deepest > MOST_BRACKETS


def _lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Give where the pieces behind the first begin when all are joined."""
    start = 0
    for before, piece in pairwise(pieces):
        start += len(before.text) + 1
        yield Line(start=start, line=piece.line, column=piece.column)


def _placed(pieces: Sequence[Piece], links: Sequence[FoundLink]) -> Iterator[Link]:
    """Give the links of the joined pieces with their places, each up to the end of its line."""
    offset, index = 0, 0
    for link in links:
        while link.start > offset + len(pieces[index].text):
            offset += len(pieces[index].text) + 1
            index += 1
        piece = pieces[index]
        column = piece.column + link.start - offset
        end_column = piece.column + min(link.end - offset, len(piece.text))
        yield Link(
            text=link.text.replace("\n", " "),
            target=link.target,
            span=Span(piece.line, column, end_column),
            start=link.start,
            end=link.end,
        )


def _oversized(path: str, span: Span) -> Diagnostic:
    return diagnostic(
        Code.OVERSIZED_TEXT,
        "the text is too long, or its brackets too deep, to be read as markdown",
        path,
        span,
        "part the text into several, or take brackets away",
    )
