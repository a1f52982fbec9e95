"""Inline content: parse the fragments of a cell, heading or paragraph to an `Inline`.

Most strings contain no markup and are used unchanged. A string of more than 100,000 characters, or
with brackets nested more than 100 levels deep, is kept as plain text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from docgen.diagnostics import Code, Diagnostic, diagnostic
from docgen.markdown.fragments import Fragment
from docgen.markdown.inline_markup import (
    ESCAPED_PIPE,
    PIPE,
    LinkMatch,
    RenderedInline,
    normalized,
    parse_markup,
    parse_simple_markup,
)
from docgen.markdown.page import Inline, LineStart, Link
from docgen.regex import Regex
from docgen.source import Span

MAX_INLINE_LENGTH = 100_000
MAX_BRACKET_LEVEL = 100

_MARKUP = Regex(r"[\\`*_\[<&~]")
_BRACKET = Regex(r"\\.|[\[\]]", re.DOTALL)


class InlineParser:
    """Parses the inline content of one page; `diagnostics` reports what it could not parse."""

    def __init__(self, path: str, references: Mapping[str, dict[str, str]]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._path = path
        self._references = references
        self._cache: dict[str, RenderedInline] = {}

    def parse(self, fragments: Sequence[Fragment]) -> Inline:
        """Parse a heading, a paragraph or a cell; the fragments are its lines.

        Where a page wraps its lines means nothing, so they are joined by spaces. Only a line
        break that a reader sees is a newline.
        """
        first = fragments[0]
        source = first.text
        span = Span(first.line, first.column, first.column + len(source))
        lines: tuple[LineStart, ...] = ()
        if len(fragments) > 1:
            source = _joined(fragments)
            lines = tuple(_line_starts(fragments))
        rendered = self._rendered(source, span)
        links = tuple(_links(fragments, rendered.links)) if rendered.links else ()
        return Inline(
            source=source, plain=rendered.plain, span=span, links=links, lines=lines
        )

    def _rendered(self, source: str, span: Span) -> RenderedInline:
        if not _MARKUP.search(source):
            return RenderedInline(normalized(source))
        if _is_oversized(source):
            self.diagnostics.append(_oversized(self._path, span))
            return RenderedInline(normalized(source))
        cached = self._cache.get(source)
        if cached is None:
            text = source.replace(ESCAPED_PIPE, PIPE)
            cached = parse_simple_markup(text) or parse_markup(text, self._references)
            self._cache[source] = cached
        return cached


def _is_oversized(source: str) -> bool:
    if len(source) > MAX_INLINE_LENGTH:
        return True
    if source.count("[") <= MAX_BRACKET_LEVEL:
        return False
    level = deepest = 0
    for found in _BRACKET.finditer(source):
        level += (found[0] == "[") - (found[0] == "]" and level > 0)
        deepest = max(deepest, level)
    return deepest > MAX_BRACKET_LEVEL


def _joined(fragments: Sequence[Fragment]) -> str:
    *lines, last = fragments
    texts = [each.text + ("\n" if each.has_break else " ") for each in lines]
    return "".join(texts) + last.text


def _line_starts(fragments: Sequence[Fragment]) -> Iterator[LineStart]:
    """Return where the fragments after the first begin in the joined string."""
    start = 0
    for before, each in pairwise(fragments):
        start += len(before.text) + 1
        yield LineStart(start=start, line=each.line, column=each.column)


def _links(
    fragments: Sequence[Fragment], matches: Sequence[LinkMatch]
) -> Iterator[Link]:
    """Return the links of the joined fragments with their spans, each on its first line."""
    offset, index = 0, 0
    for match in matches:
        while match.start > offset + len(fragments[index].text):
            offset += len(fragments[index].text) + 1
            index += 1
        line = fragments[index]
        column = line.column + match.start - offset
        end_column = line.column + min(match.end - offset, len(line.text))
        yield Link(
            text=match.text.replace("\n", " "),
            target=match.target,
            span=Span(line.line, column, end_column),
            start=match.start,
            end=match.end,
        )


def _oversized(path: str, span: Span) -> Diagnostic:
    message = (
        "text is too long, or its brackets are nested too deeply, to parse as markdown"
    )
    advice = "split the text, or remove brackets"
    return diagnostic(Code.OVERSIZED_TEXT, message, path, span, advice)
