"""Comments: where HTML comments stand on a page, and fences that are never closed.

A comment that begins in a fence or in a code span is none; a fence in a comment is none either.
A comment that is never closed takes the rest of the page, but if it holds JSON it ends behind it,
and if it begins in the middle of a line it is nothing but its mark.
"""

import re

from msgspec import Struct

from docgen.markdown.fences import FenceSpan, next_fence

_OPENING, _CLOSING = "<!--", "-->"
_BACKTICKS = re.compile(r"`+")
_BACKTICKS_OR_LINE_END = re.compile(r"`+|\n")
_BRACE = re.compile(r'"(?>(?:[^"\\]|\\.)*)"?|[{}]', re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t]*+\n")
_JSON_BEGINS = re.compile(r"\s*+\{")


class Comment(Struct, frozen=True):
    """A comment from its `<!--` to behind its `-->`, as offsets into the text."""

    start: int
    end: int
    is_closed: bool = True


class Hidden(Struct, frozen=True, kw_only=True):
    """The comments of a page in order, and its fences that are never closed."""

    comments: tuple[Comment, ...]
    open_fences: tuple[FenceSpan, ...]


def hidden(text: str) -> Hidden:
    """Find the comments and the open fences of a page."""
    search = _Search(text)
    while search.finds():
        pass
    return Hidden(
        comments=tuple(search.comments), open_fences=tuple(search.open_fences)
    )


class _Search:
    """Goes through a page from one comment or open fence to the next."""

    def __init__(self, text: str) -> None:
        self.comments: list[Comment] = []
        self.open_fences: list[FenceSpan] = []
        self._text = text
        self._position = 0
        self._line_start = 0
        self._is_alone = True
        self._fence = next_fence(text, 0)
        self._closing = 0

    def finds(self) -> bool:
        """Go on behind the next comment, and say whether there was one."""
        start = self._start_outside_fences()
        if start < 0:
            return False
        self._is_alone = self._begins_line(start)
        code_end = _end_of_code_span(self._text, self._position, start)
        if code_end is not None:
            self._position = code_end
            return True
        comment = self._comment(start)
        self.comments.append(comment)
        self._position = comment.end
        if self._fence is not None and self._fence.start < comment.end:
            self._fence = next_fence(self._text, comment.end)
        return True

    def _start_outside_fences(self) -> int:
        start = self._text.find(_OPENING, self._position)
        while self._fence is not None and (start < 0 or self._fence.start <= start):
            if not self._fence.is_closed:
                self.open_fences.append(self._fence)
            self._position = self._fence.end
            if 0 <= start < self._position:
                start = self._text.find(_OPENING, self._position)
            self._fence = next_fence(self._text, self._position)
        return start

    def _begins_line(self, start: int) -> bool:
        """Say whether only other comments stand before this one on its line."""
        line_start = self._text.rfind("\n", self._position, start) + 1
        if line_start > 0 or self._position == 0:
            self._line_start = line_start
        is_alone = line_start > 0 or self._position == 0 or self._is_alone
        before = self._text[max(line_start, self._position) : start]
        return is_alone and not before.strip()

    def _comment(self, start: int) -> Comment:
        closing = self._closing_behind(start + 2)
        following = self._text.find(_OPENING, start + len(_OPENING))
        is_closed = closing >= 0 and not 0 <= following < closing
        end = closing + len(_CLOSING) if closing >= 0 else len(self._text)
        if not self._is_alone:
            is_closed = is_closed and not self._leaves_text(start, closing)
            end = end if is_closed else start + len(_OPENING)
        elif not is_closed:
            limit = len(self._text) if following < 0 else following
            end = _end_of_json(self._text, start + len(_OPENING), limit) or end
        return Comment(start, end, is_closed=is_closed)

    def _closing_behind(self, position: int) -> int:
        """Find the next `-->`; the place is kept, so that no part is searched twice."""
        if 0 <= self._closing < position:
            self._closing = self._text.find(_CLOSING, position)
        return self._closing

    def _leaves_text(self, start: int, end: int) -> bool:
        """Say whether the row, heading or paragraph that a comment begins in ends before `end`."""
        if self._text.startswith(("|", "#"), self._line_start):
            return self._text.find("\n", start, end) >= 0
        return _BLANK_LINE.search(self._text, start, end) is not None


def _end_of_json(text: str, start: int, limit: int) -> int | None:
    """Give the end of the object that begins at `start`, blanks before it left out."""
    if not _JSON_BEGINS.match(text, start, limit):
        return None
    level = 0
    for found in _BRACE.finditer(text, start, limit):
        level += (found[0] == "{") - (found[0] == "}")
        if level == 0 and found[0] == "}":
            return found.end()
    return None


def _end_of_code_span(text: str, position: int, place: int) -> int | None:
    """Give the end of the code span around `place` that begins behind `position`, if any."""
    start = max(position, text.rfind("\n", position, place) + 1)
    while opening := _BACKTICKS.search(text, start, place):
        start = opening.end()
        for closing in _BACKTICKS_OR_LINE_END.finditer(text, start):
            if closing[0] == "\n":
                break
            if len(closing[0]) == len(opening[0]):
                start = closing.end()
                break
        if start > place:
            return start
    return None
