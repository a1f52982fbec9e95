"""Markdown with its markup blanked out, so that a grammar reads words at their own places.

Enters an `Inline`; leaves a text of the same length in which emphasis, code marks, brackets, link
targets and line ends are blanks. An offset in it is an offset in `Inline.source`.
"""

import re
from bisect import bisect_left, bisect_right

from docgen.markdown.page import Inline, Link
from docgen.source import Span

_MARKUP = str.maketrans(dict.fromkeys("*`\\\n\u00a0\u202f\u200b\ufeff", " "))
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|i|img|li|ol|p|span|strong|su[bp]|ul)\b[^<>]{0,200}>",
    re.IGNORECASE,
)


def masked(inline: Inline, longest: int = 100_000) -> str:
    """Return the source of `inline`, at most `longest` characters of it, with markup blanked."""
    source = inline.source[:longest]
    parts: list[str] = []
    position = 0
    for link in inline.links:
        if link.end > len(source):
            break
        parts += [source[position : link.start], _only_label(source, link)]
        position = link.end
    text = "".join([*parts, source[position:]]).translate(_MARKUP)
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text


def _only_label(source: str, link: Link) -> str:
    """Blank the brackets and the target of `[label](target)` or `[label][reference]`."""
    text = source[link.start : link.end]
    end = _label_end(text)
    return " " + text[1:end] + " " * (len(text) - end)


def _label_end(link: str) -> int:
    end = link.find("]")
    if link.find("[", 1, end) < 0:
        return end if end >= 0 else len(link) - 1
    depth = 0
    for offset, character in enumerate(link):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            return offset
    return len(link) - 1


def target_at(inline: Inline, offset: int) -> str | None:
    """Return the target of the link that covers `offset`, if one does."""
    link = link_at(inline, offset)
    return link.target if link else None


def link_at(inline: Inline, offset: int) -> Link | None:
    """Return the link that covers `offset`, if one does."""
    behind = bisect_right(inline.links, offset, key=lambda link: link.start)
    link = inline.links[behind - 1] if behind else None
    return link if link and offset < link.end else None


def links_between(
    inline: Inline, start: int, end: int | None = None
) -> tuple[Link, ...]:
    """Return the links that begin between two offsets; without `end`, all from `start` on."""
    first = bisect_left(inline.links, start, key=lambda link: link.start)
    if end is None:
        return inline.links[first:]
    return inline.links[
        first : bisect_left(inline.links, end, first, key=lambda link: link.start)
    ]


def span_at(inline: Inline, start: int, end: int) -> Span:
    """Return the span of the characters from `start` to `end` of the source, all on one line."""
    behind = bisect_right(inline.lines, start, key=lambda line: line.start)
    if behind:
        begun = inline.lines[behind - 1]
        line, column = begun.line, begun.column + start - begun.start
    else:
        line, column = inline.span.line, inline.span.column + start
    return Span(line, column, column + end - start)
