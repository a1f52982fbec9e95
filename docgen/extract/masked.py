"""Replace the markup of an `Inline` by spaces, so that words can be parsed at their offsets.

Emphasis, code marks, brackets, link targets and newlines become spaces, and a character reference
(`&lt;`) becomes its character and spaces. An offset in the result is
an offset in `Inline.source`; the other functions return the link and the span at an offset.
"""

import re
from bisect import bisect_left, bisect_right

from docgen.markdown.page import Inline, Link
from docgen.regex import Regex
from docgen.source import Span

_MARKUP = str.maketrans(dict.fromkeys("*`\\\n\u00a0\u202f\u200b\ufeff", " "))
_HTML_TAG = Regex(r"<[^<>]*>")
_TAG = Regex(
    r"</?(?:a|b|br|code|div|em|i|img|li|ol|p|span|strong|su[bp]|ul)\b[^<>]{0,200}>",
    re.IGNORECASE,
)
_UNDERSCORES = Regex(
    r"(?<![\w\\])(_{1,3})(?=[^\s_])([^`]{1,200}?)(?<=[^\s_\\])(\1)(?!\w)"
)
_REFERENCE = Regex(r"&(?:#\w{1,8}|[a-zA-Z]\w{1,30});")


def masked(inline: Inline, max_length: int = 100_000) -> str:
    """Return at most `max_length` characters of the source, with spaces for markup."""
    source = inline.source[:max_length]
    parts: list[str] = []
    position = 0
    for link in inline.links:
        if link.end > len(source):
            break
        parts += [source[position : link.start], _only_label(source, link)]
        position = link.end
    text = "".join([*parts, source[position:]])
    if "_" in text:
        text = _UNDERSCORES.sub(_without_underscores, text)
    text = text.translate(_MARKUP)
    if "<" in text:
        text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    return _REFERENCE.sub(_decoded, text) if "&" in text else text


def _without_underscores(emphasis: re.Match[str]) -> str:
    marks = " " * len(emphasis[1])
    return marks + emphasis[2] + marks


def _decoded(reference: re.Match[str]) -> str:
    """Decode a character reference; spaces keep its length."""
    from html import unescape  # only few cells need its large table

    character = unescape(reference[0])
    if len(character) > 1 or not character.isprintable():
        character = " "
    return character.ljust(len(reference[0]))


def _only_label(source: str, link: Link) -> str:
    """Replace all but the label of `[label](target)`, `[label][name]` or a link in HTML."""
    markdown = source[link.start : link.end]
    if markdown.startswith("<"):
        return _HTML_TAG.sub(lambda tag: " " * len(tag[0]), markdown)
    end = _label_end(markdown)
    return " " + markdown[1:end] + " " * (len(markdown) - end)


def _label_end(markdown: str) -> int:
    """Return the offset of the bracket that closes the label of a link."""
    end = markdown.find("]")
    if markdown.find("[", 1, end) < 0:
        return end if end >= 0 else len(markdown) - 1
    depth = 0
    for offset, character in enumerate(markdown):
        depth += (character == "[") - (character == "]")
        if depth == 0:
            return offset
    return len(markdown) - 1


def target_at(inline: Inline, offset: int) -> str | None:
    """Return the target of the link at `offset`, if there is one."""
    link = link_at(inline, offset)
    return link.target if link else None


def link_at(inline: Inline, offset: int) -> Link | None:
    """Return the link at `offset`, if there is one."""
    count = bisect_right(inline.links, offset, key=lambda link: link.start)
    link = inline.links[count - 1] if count else None
    return link if link and offset < link.end else None


def links_between(
    inline: Inline, start: int, end: int | None = None
) -> tuple[Link, ...]:
    """Return the links that begin between two offsets; without `end`, all after `start`."""
    first = bisect_left(inline.links, start, key=lambda link: link.start)
    if end is None:
        return inline.links[first:]
    return inline.links[
        first : bisect_left(inline.links, end, first, key=lambda link: link.start)
    ]


def span_at(inline: Inline, start: int, end: int) -> Span:
    """Return the span of the characters `start` to `end` of the source, all on one line."""
    count = bisect_right(inline.lines, start, key=lambda line: line.start)
    if count:
        begin = inline.lines[count - 1]
        line, column = begin.line, begin.column + start - begin.start
    else:
        line, column = inline.span.line, inline.span.column + start
    return Span(line, column, column + end - start)
