"""Markdown with its markup blanked out, so that a grammar reads words at their own places.

Enters an `Inline`; leaves a text of the same length in which emphasis, code marks, brackets and
link targets are blanks. An offset in it is an offset in `Inline.source`.
"""

import re
from collections.abc import Iterator

from docgen.markdown.page import Inline, Link
from docgen.source import Span

_MARKUP = str.maketrans(dict.fromkeys("*`\\\u00a0\u202f\u200b\ufeff", " "))
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|i|img|li|ol|p|span|strong|su[bp]|ul)\b[^<>]{0,200}>",
    re.IGNORECASE,
)


def masked(inline: Inline, longest: int = 100_000) -> str:
    """Give the source of `inline`, at most `longest` characters of it, with markup blanked."""
    source = inline.source[:longest]
    parts: list[str] = []
    position = 0
    for _, start, end in link_extents(inline):
        if start < position or end > len(source):
            continue
        parts += [source[position:start], _only_label(source[start:end])]
        position = end
    text = "".join([*parts, source[position:]]).translate(_MARKUP)
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text


def target_at(inline: Inline, offset: int) -> str | None:
    """Give the target of the link that covers `offset`, if one does."""
    link = link_at(inline, offset)
    return link.target if link else None


def link_at(inline: Inline, offset: int) -> Link | None:
    """Give the link that covers `offset`, if one does."""
    for link, start, end in link_extents(inline):
        if start <= offset < end:
            return link
    return None


def links_between(inline: Inline, start: int, end: int) -> tuple[Link, ...]:
    """Give the links that begin between two offsets."""
    return tuple(
        link for link, begin, _ in link_extents(inline) if start <= begin < end
    )


def span_at(inline: Inline, start: int, end: int) -> Span:
    """Give the place of the characters from `start` to `end` of the source.

    Lines after the first are taken to begin in the first column.
    """
    before = inline.source[:start]
    line = inline.span.line + before.count("\n")
    column = (
        start - before.rfind("\n") if "\n" in before else inline.span.column + start
    )
    return Span(line, column, column + end - start)


def link_extents(inline: Inline) -> Iterator[tuple[Link, int, int]]:
    """Give each link with the offsets of its first character and behind its last one."""
    source = inline.source
    line, begin, done = inline.span.line, 0, 0
    for link in inline.links:
        while line < link.span.line and (end := source.find("\n", begin)) >= 0:
            line, begin = line + 1, end + 1
        length = link.span.end_column - link.span.column
        if link.span.line == inline.span.line:
            start = link.span.column - inline.span.column
        else:
            start = _opening(source, max(begin, done), length)
        if start >= 0:
            done = start + length
            yield link, start, done


def _opening(source: str, position: int, length: int) -> int:
    """Give the offset of the next bracket that may begin a link of `length` characters."""
    start = source.find("[", position)
    while start >= 0 and source[start + length - 1 : start + length] not in (")", "]"):
        start = source.find("[", start + 1)
    return start


def _only_label(link: str) -> str:
    """Blank the brackets and the target of `[label](target)` or `[label][reference]`."""
    if not link.startswith("["):
        return " " * len(link)
    end = _label_end(link)
    return " " + link[1:end] + " " * (len(link) - end)


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
