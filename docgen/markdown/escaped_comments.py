r"""Escaped comments: write comments whose `<` or `>` is escaped as plain comments.

Editors and formatters escape them, and markdown then displays the comment as text:

    opening := "\"? ( "<" | "&lt;" | "&#60;" | "&#x3c;" ) "!--"     -- each character may be escaped
    closing := "--" ( ">" | "&gt;" | "&#62;" | "&#x3e;" )

The two belong together if no heading and no table row begins between them, and if both are on the
same line where text is before the opening. In code, such text is an example. Lines and columns
don't change.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Code, Diagnostic, Replacement, Result, diagnostic
from docgen.markdown.comments import end_of_code_span, next_fence
from docgen.markdown.masking import MaskedText, Positions
from docgen.regex import Regex
from docgen.source import Span

_OPENING, _CLOSING = "<!--", "-->"
_LESS, _GREATER = (
    rf"(?:{mark}|&{name};|&#0{{0,5}}{number};|&#x0{{0,5}}{number:x};)"
    for mark, name, number in (("<", "lt", 60), (">", "gt", 62))
)
_MARK = Regex(
    rf"(?P<opening>\\?{_LESS}\\?!\\?-\\?-)|\\?-\\?-\\?{_GREATER}", re.IGNORECASE
)
_ESCAPED = Regex(
    r"(?:&lt;|&#x?0{0,5}(?:60|3c);|\\<)\\?!|<\\!|<!\\?-\\-|<!\\-"
    r"|-\\?(?:&gt;|&#x?0{0,5}(?:62|3e);|\\>)",
    re.IGNORECASE,
)
_OTHER_BLOCK = Regex(r"\n[ \t]*+(?:#{1,6}[ \t]|\|)")


class _Mark(Struct, frozen=True):
    """An opening or a closing, and the offsets of its characters."""

    start: int
    end: int
    is_opening: bool
    is_escaped: bool


def plain_comments(path: str, masked: MaskedText) -> Result[MaskedText]:
    """Replace the marks of escaped comments by plain ones, and report each comment."""
    text = masked.text
    if not _ESCAPED.search(text):
        return Result(masked)
    pairs = tuple(_pairs(text, tuple(_marks(text))))
    if not pairs:
        return Result(masked)
    parts: list[str] = []
    done = 0
    for mark in (each for pair in pairs for each in pair):
        shown = _OPENING if mark.is_opening else _CLOSING
        length = mark.end - mark.start
        parts.append(text[done : mark.start])
        parts.append(shown.rjust(length) if mark.is_opening else shown.ljust(length))
        done = mark.end
    plain = replace(masked, text="".join([*parts, text[done:]]))
    return Result(plain, tuple(_escaped(path, text, pairs)))


def _marks(text: str) -> Iterator[_Mark]:
    """Return the marks outside of code, in order."""
    fence = next_fence(text, 0)
    done = 0
    for found in _MARK.finditer(text):
        start = found.start()
        if start < done:
            continue
        while fence is not None and fence.end <= start:
            fence = next_fence(text, fence.end)
        if fence is not None and fence.start <= start:
            done = fence.end
            continue
        code_end = end_of_code_span(text, done, start)
        if code_end is not None:
            done = code_end
            continue
        done = start
        is_escaped = found[0] not in (_OPENING, _CLOSING)
        yield _Mark(start, found.end(), found["opening"] is not None, is_escaped)


def _pairs(text: str, marks: Sequence[_Mark]) -> Iterator[tuple[_Mark, _Mark]]:
    """Return the opening and the closing of each comment of which one is escaped."""
    opening: _Mark | None = None
    for mark, has_plain_closing in zip(
        marks, _before_plain_closing(marks), strict=True
    ):
        if mark.is_opening:
            opening = mark
            continue
        if opening is None:
            continue
        if opening.is_escaped:
            if _is_one_comment(text, opening, mark):
                yield opening, mark
        elif mark.is_escaped and has_plain_closing:
            continue
        elif mark.is_escaped and _is_one_comment(text, opening, mark):
            yield opening, mark
        opening = None


def _before_plain_closing(marks: Sequence[_Mark]) -> Sequence[bool]:
    """Return for each mark whether the next one that is not an escaped closing is a plain one."""
    found: list[bool] = []
    is_before = False
    for mark in reversed(marks):
        found.append(is_before)
        if mark.is_opening or not mark.is_escaped:
            is_before = not mark.is_opening
    return found[::-1]


def _is_one_comment(text: str, opening: _Mark, closing: _Mark) -> bool:
    line_start = text.rfind("\n", 0, opening.start) + 1
    if text[line_start : opening.start].strip(" \t>"):
        return text.find("\n", opening.end, closing.start) < 0
    return _OTHER_BLOCK.search(text, opening.end, closing.start) is None


def _escaped(
    path: str, text: str, pairs: Sequence[tuple[_Mark, _Mark]]
) -> Iterator[Diagnostic]:
    positions = Positions(text)
    for opening, closing in pairs:
        span, end = (_span(mark, positions) for mark in (opening, closing))
        message = "comment is escaped, so that markdown displays it; reading it as one"
        advice = "write `<!--` and `-->`, or put the text in backticks to display it"
        yield diagnostic(
            Code.ESCAPED_COMMENT,
            message,
            path,
            span,
            advice,
            Replacement(_OPENING),
            Replacement(_CLOSING, None, end),
        )


def _span(mark: _Mark, positions: Positions) -> Span:
    line, column = positions.at(mark.start)
    return Span(line + 1, column + 1, column + 1 + mark.end - mark.start)
