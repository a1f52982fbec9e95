r"""Suppressions: comments that ask docgen not to tell something. They stay in the text.

    comment := "<!--" "docgen:" verb code (between code)* reason? "-->"
    verb    := "ignore" | "ignore-page"
    code    := a name of the table of codes
    between := "," | blank
    reason  := "(" anything

`ignore` on a line with text holds for that line. On lines of its own it holds for the next line
that is more than blanks and comments, and if an annotation or a block of code begins there, for
all of that. `ignore-page` holds for the whole page, wherever it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Code, Diagnostic, Result, Suppression, diagnostic
from docgen.diagnostics.codes import BY_NAME
from docgen.markdown.comments import Comment, hidden
from docgen.markdown.draft import Draft, blanked
from docgen.markdown.fences import next_fence
from docgen.source import Span

_CALL = "docgen:"
_CALLED = re.compile(rf"<!--\s*+{_CALL}\s*+([^\s,(]*+)([^(]*+)")
_CODE = re.compile(r"[^\s,]++")
_JSON = re.compile(r"<!--\s*+\{")
_LINE, _PAGE = "ignore", "ignore-page"
_SHOWN = 60
_EXAMPLE = "`<!-- docgen: ignore broken-link -->`"


def suppressions(path: str, draft: Draft) -> Result[tuple[Suppression, ...]]:
    """Find what the comments of a page ask not to be told, and tell of those that ask wrongly."""
    if _CALL not in draft.text:
        return Result(())
    page = _Page(draft.text, hidden(draft.text).comments)
    found: list[Suppression] = []
    told: list[Diagnostic] = []
    for comment in page.comments:
        asked = _CALLED.match(draft.text, comment.start, comment.end - len("-->"))
        if asked is None or not comment.is_closed:
            continue
        told.extend(_wrong(path, page, asked))
        if asked[1] in (_LINE, _PAGE):
            lines = page.lines_meant(comment) if asked[1] == _LINE else None
            found.extend(_suppressed(path, page, asked, lines))
    return Result(tuple(found), tuple(told))


class _Page:
    """A page by its lines, counted from 0: which have text, and what goes on over several."""

    def __init__(self, text: str, comments: Sequence[Comment]) -> None:
        self.comments = comments
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]
        json: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []
        for one in comments:
            kind = json if _JSON.match(text, one.start) else others
            kind.append((one.start, one.end))
        rest = blanked(text, others)
        lines = rest.split("\n")
        self._filled = [at for at, line in enumerate(lines) if line.strip()]
        blocks = (*json, *_fences(rest))
        self._ends = {self._line(start): self._line(end - 1) for start, end in blocks}

    def lines_meant(self, comment: Comment) -> tuple[int, int]:
        """Give the first and the last line, counted from 1, that a comment holds for."""
        first, last = self._line(comment.start), self._line(comment.end - 1)
        following = bisect_left(self._filled, first)
        if following < len(self._filled):
            meant = self._filled[following]
            last = max(last, meant if meant <= last else self._ends.get(meant, meant))
        return first + 1, last + 1

    def span(self, start: int, end: int) -> Span:
        """Give the place of characters that stand in one line."""
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
    path: str, page: _Page, asked: re.Match[str], lines: tuple[int, int] | None
) -> Iterator[Suppression]:
    for code in _codes(asked):
        if code[0] in BY_NAME:
            span = page.span(*code.span())
            yield Suppression(code=code[0], path=path, span=span, lines=lines)


def _wrong(path: str, page: _Page, asked: re.Match[str]) -> Iterator[Diagnostic]:
    """Tell of the first thing in a comment that can't be understood."""
    verb = asked[1]
    strange = next((code for code in _codes(asked) if code[0] not in BY_NAME), None)
    if verb not in (_LINE, _PAGE):
        message = f"docgen can't be asked to `{verb[:_SHOWN]}`"
        place, advice = asked.span(1), f"write `{_LINE}` or `{_PAGE}`: {_EXAMPLE}"
    elif strange is not None:
        message = f"no code `{strange[0][:_SHOWN]}` is known"
        place, advice = strange.span(), _nearest(strange[0])
    elif next(_codes(asked), None) is None:
        message = "the comment names no code"
        place, advice = asked.span(1), f"name what is not to be told: {_EXAMPLE}"
    else:
        return
    span = page.span(*place)
    yield diagnostic(Code.INVALID_SUPPRESSION, message, path, span, advice)


def _codes(asked: re.Match[str]) -> Iterator[re.Match[str]]:
    return _CODE.finditer(asked.string, *asked.span(2))


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, BY_NAME, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "`docgen explain` lists the codes"
