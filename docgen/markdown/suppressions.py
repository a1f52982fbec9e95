r"""Suppressions: comments that suppress diagnostics. They are not masked here.

    comment   := "<!--" "docgen:" directive code (separator code)* reason? "-->"
    directive := "ignore" | "ignore-page"
    code      := a name from the table of codes
    separator := "," | whitespace
    reason    := "(" anything

`ignore` on a line with text applies to that line. Otherwise it applies to the next line that is not
blank and not a comment; if an annotation or a fence starts there, to all of its lines.
`ignore-page` applies to the page, regardless of its position.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from docgen.diagnostics import (
    Code,
    Diagnostic,
    Replacement,
    Result,
    Suppression,
    diagnostic,
)
from docgen.diagnostics.codes import BY_NAME
from docgen.markdown.comments import Comment, next_fence, scan_comments
from docgen.markdown.masking import MaskedText, mask
from docgen.regex import Regex
from docgen.source import Span

_PREFIX = "docgen:"
_DIRECTIVE = Regex(rf"<!--\s*+{_PREFIX}\s*+([^\s,(]*+)([^(]*+)")
_CODE = Regex(r"[^\s,]++")
_JSON = Regex(r"<!--\s*+\{")
_LINE, _PAGE = "ignore", "ignore-page"
_MAX_QUOTED = 60
_LIST = "`docgen explain` lists the codes"
_EXAMPLE = "`<!-- docgen: ignore broken-link -->`"


def suppressions(path: str, masked: MaskedText) -> Result[tuple[Suppression, ...]]:
    """Return the suppressions in the comments of a page, and report invalid ones."""
    if _PREFIX not in masked.text:
        return Result(())
    page = _Page(masked.text, scan_comments(masked.text).comments)
    found: list[Suppression] = []
    diagnostics: list[Diagnostic] = []
    for comment in page.comments:
        directive = _DIRECTIVE.match(
            masked.text, comment.start, comment.end - len("-->")
        )
        if directive is None or not comment.is_closed:
            continue
        diagnostics.extend(_invalid(path, page, directive))
        if directive[1] in (_LINE, _PAGE):
            lines = page.affected_lines(comment) if directive[1] == _LINE else None
            found.extend(_suppressed(path, page, directive, lines))
    return Result(tuple(found), tuple(diagnostics))


class _Page:
    """The lines of a page, from 0: which are not blank, and where multi-line blocks end."""

    def __init__(self, text: str, comments: Sequence[Comment]) -> None:
        self.comments = comments
        self._starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        json: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []
        for one in comments:
            kind = json if _JSON.match(text, one.start) else others
            kind.append((one.start, one.end))
        rest = mask(text, others)
        lines = rest.split("\n")
        self._not_blank = [index for index, line in enumerate(lines) if line.strip()]
        blocks = (*json, *_fences(rest))
        self._ends = {self._line(start): self._line(end - 1) for start, end in blocks}

    def affected_lines(self, comment: Comment) -> tuple[int, int]:
        """Return the first and the last line, from 1, that an `ignore` comment applies to."""
        first, last = self._line(comment.start), self._line(comment.end - 1)
        following = bisect_left(self._not_blank, first)
        if following < len(self._not_blank):
            target = self._not_blank[following]
            last = max(
                last, target if target <= last else self._ends.get(target, target)
            )
        return first + 1, last + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span of two offsets on one line."""
        line = self._line(start)
        column = start - self._starts[line] + 1
        return Span(line + 1, column, column + end - start)

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def _fences(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while fence := next_fence(text, position):
        yield fence.start, fence.end
        position = fence.end


def _suppressed(
    path: str, page: _Page, directive: re.Match[str], lines: tuple[int, int] | None
) -> Iterator[Suppression]:
    for code in _codes(directive):
        if code[0] in BY_NAME:
            span = page.span(*code.span())
            yield Suppression(code=code[0], path=path, span=span, lines=lines)


def _invalid(path: str, page: _Page, directive: re.Match[str]) -> Iterator[Diagnostic]:
    """Report the first problem of a comment."""
    name = directive[1]
    new: list[Replacement] = []
    unknown = next((code for code in _codes(directive) if code[0] not in BY_NAME), None)
    if name not in (_LINE, _PAGE):
        offsets = directive.span(1)
        message = f"unknown directive `{name[:_MAX_QUOTED]}`"
        advice = f"write `{_LINE}` or `{_PAGE}`: {_EXAMPLE}"
    elif unknown is not None:
        offsets = unknown.span()
        message = f"unknown code `{unknown[0][:_MAX_QUOTED]}`"
        similar = _similar_code(unknown[0])
        advice = f"did you mean `{similar}`?" if similar else _LIST
        new = [Replacement(similar)] if similar else []
    elif next(_codes(directive), None) is None:
        offsets = directive.span(1)
        message, advice = (
            "comment names no code",
            f"name the codes to ignore: {_EXAMPLE}",
        )
    else:
        return
    span = page.span(*offsets)
    yield diagnostic(Code.INVALID_SUPPRESSION, message, path, span, advice, *new)


def _codes(directive: re.Match[str]) -> Iterator[re.Match[str]]:
    return _CODE.finditer(directive.string, *directive.span(2))


def _similar_code(word: str) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, BY_NAME, n=1)), None)
