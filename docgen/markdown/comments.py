"""Comments and fences: find the ranges of HTML comments and of unclosed fences on a page.

`<!--` in a fence or in a code span does not start a comment, and a fence in a comment is not one.
An unclosed comment extends to the end of the page; one that contains JSON ends after it, and one
that starts in the middle of a line is only its `<!--`.
An unclosed fence ends before the next fence, heading, comment or table row, so that it does not
hide the page. A row may be one of HTML.
"""

import re

from msgspec import Struct

from docgen.regex import Regex

_OPENING, _CLOSING = "<!--", "-->"
_BACKTICKS = Regex(r"`+")
_BACKTICKS_OR_NEWLINE = Regex(r"`+|\n")
_STRING_OR_BRACE = Regex(r'"(?>(?:[^"\\]|\\.)*)"?|[{}]', re.DOTALL)
_BLANK_LINE = Regex(r"\n[ \t]*+\n")
_JSON_START = Regex(r"\s*+\{")

# A fence may be in quotes and lists. The line that opens it has no further backticks.
_FENCE_MARKERS = ("```", "~~~")
_FENCE_OPENING = Regex(
    r"[ \t>]*+(?>(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*)(?:(`{3,}+)[^`\n]*+|(~{3,}+)[^\n]*+)"
    r"(?=\n|\Z)"
)
_FENCE_LINE = Regex(r"\n[ \t>]*+(`{3,}+|~{3,}+)([^`\n]*+)(?=\n|\Z)")
_OTHER_BLOCK = Regex(r"\n(?=[ \t]*+(?:#{1,6}[ \t]|<!--|\||<(?i:table|tr)\b))")


class Comment(Struct, frozen=True):
    """A comment, from its `<!--` to the end of its `-->`, as offsets into the text."""

    start: int
    end: int
    is_closed: bool = True


class FenceRange(Struct, frozen=True):
    """A fence, from the start of its first line to the end of its last one, as offsets."""

    start: int
    end: int
    is_closed: bool = True


class CommentScan(Struct, frozen=True, kw_only=True):
    """The comments of a page in order, and its unclosed fences."""

    comments: tuple[Comment, ...]
    open_fences: tuple[FenceRange, ...]


def scan_comments(text: str) -> CommentScan:
    """Find the comments and the unclosed fences of a page."""
    scanner = _Scanner(text)
    while scanner.advance():
        pass
    return CommentScan(
        comments=tuple(scanner.comments), open_fences=tuple(scanner.open_fences)
    )


class _Scanner:
    """Moves through a page from one comment or unclosed fence to the next."""

    def __init__(self, text: str) -> None:
        self.comments: list[Comment] = []
        self.open_fences: list[FenceRange] = []
        self._text = text
        self._position = 0
        self._line_start = 0
        self._starts_line = True
        self._fence = next_fence(text, 0)
        self._closing = 0

    def advance(self) -> bool:
        """Move past the next comment; return whether there was a `<!--`."""
        start = self._start_outside_fences()
        if start < 0:
            return False
        self._starts_line = self._is_first_on_line(start)
        code_end = end_of_code_span(self._text, self._position, start)
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

    def _is_first_on_line(self, start: int) -> bool:
        """Return whether the line has nothing but other comments before this one."""
        line_start = self._text.rfind("\n", self._position, start) + 1
        is_new_line = line_start > 0 or self._position == 0
        if is_new_line:
            self._line_start = line_start
        before = self._text[max(line_start, self._position) : start]
        return (is_new_line or self._starts_line) and not before.strip()

    def _comment(self, start: int) -> Comment:
        closing = self._next_closing(start + 2)
        following = self._text.find(_OPENING, start + len(_OPENING))
        is_closed = closing >= 0 and not 0 <= following < closing
        end = closing + len(_CLOSING) if closing >= 0 else len(self._text)
        if not self._starts_line:
            is_closed = is_closed and not self._leaves_block(start, closing)
            end = end if is_closed else start + len(_OPENING)
        elif not is_closed:
            limit = len(self._text) if following < 0 else following
            end = _end_of_json(self._text, start + len(_OPENING), limit) or end
        return Comment(start, end, is_closed=is_closed)

    def _next_closing(self, position: int) -> int:
        """Find the next `-->`; it is cached, so that no text is searched twice."""
        if 0 <= self._closing < position:
            self._closing = self._text.find(_CLOSING, position)
        return self._closing

    def _leaves_block(self, start: int, end: int) -> bool:
        """Return whether the row, heading or paragraph around `start` ends before `end`."""
        if self._text.startswith(("|", "#"), self._line_start):
            return self._text.find("\n", start, end) >= 0
        return _BLANK_LINE.search(self._text, start, end) is not None


def end_of_code_span(text: str, position: int, place: int) -> int | None:
    """Return the end of the code span around `place` that starts after `position`, if any."""
    start = max(position, text.rfind("\n", position, place) + 1)
    while opening := _BACKTICKS.search(text, start, place):
        start = opening.end()
        for closing in _BACKTICKS_OR_NEWLINE.finditer(text, start):
            if closing[0] == "\n":
                break
            if len(closing[0]) == len(opening[0]):
                start = closing.end()
                break
        if start > place:
            return start
    return None


def _end_of_json(text: str, start: int, limit: int) -> int | None:
    """Return the end of the JSON object that starts at `start`, after whitespace, if any."""
    if not _JSON_START.match(text, start, limit):
        return None
    level = 0
    for found in _STRING_OR_BRACE.finditer(text, start, limit):
        level += (found[0] == "{") - (found[0] == "}")
        if level == 0 and found[0] == "}":
            return found.end()
    return None


def next_fence(text: str, position: int) -> FenceRange | None:
    """Return the first fence that opens on the line of `position` or below."""
    while (marker := _first_marker(text, position)) >= 0:
        line_start = text.rfind("\n", 0, marker) + 1
        if found := _FENCE_OPENING.match(text, line_start):
            return _fence(text, line_start, found)
        line_end = text.find("\n", marker)
        position = len(text) if line_end < 0 else line_end
    return None


def _first_marker(text: str, position: int) -> int:
    """Return the offset of the first backticks or tildes of a fence; -1 without any."""
    backticks, tildes = (text.find(marker, position) for marker in _FENCE_MARKERS)
    return (
        min(backticks, tildes)
        if min(backticks, tildes) >= 0
        else max(backticks, tildes)
    )


def _fence(text: str, start: int, opening: re.Match[str]) -> FenceRange:
    marker = opening[1] or opening[2]
    limit = len(text)
    for line in _FENCE_LINE.finditer(text, opening.end()):
        if line[1].startswith(marker):
            if not line[2].strip():
                return FenceRange(start, line.end())
            limit = line.start()
            break
    other = _OTHER_BLOCK.search(text, opening.end(), limit)
    return FenceRange(start, other.start() if other else limit, is_closed=False)
