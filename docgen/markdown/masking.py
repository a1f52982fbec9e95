"""Masked text: the content of a page, in which passes replace what they have read with spaces.

So lines and columns do not change. The first pass is here: it reports and masks the merge conflict
markers of git.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from docgen.diagnostics import Code, Result, diagnostic
from docgen.markdown.page import Zone
from docgen.regex import Regex
from docgen.source import Span

FILL = "\x1f"
"""Whitespace for docgen, but not for markdown-it, to which a line with it is not blank."""

_NOT_NEWLINE = Regex(r"[^\n]+")

# A conflict is `<<<<<<< ours`, sometimes `||||||| base`, `=======`, `>>>>>>> theirs`. A lone
# `=======` is not a marker.
_OUTER_MARKER = Regex(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
_MARKER = Regex(r"^(?:(?:<{7}|>{7}|\|{7})(?: [^\n]*)?|={7})$", re.MULTILINE)


class MaskedText(Struct, frozen=True, kw_only=True):
    """What the next pass reads. Lines are counted from 0.

    `ignored_lines` are not part of the page; a table continues across them. `fence_ends` maps the
    opening line of each unclosed fence to the first line after the fence. `zones` are those of
    the page.
    """

    text: str
    ignored_lines: frozenset[int] = frozenset()
    fence_ends: Mapping[int, int] = field(default_factory=dict)
    zones: tuple[Zone, ...] = ()


def mask_conflict_markers(path: str, text: str) -> Result[MaskedText]:
    """Mask the lines of conflict markers and report each; both sides of the conflict are kept."""
    if ("<<<<<<<" not in text and ">>>>>>>" not in text) or not _OUTER_MARKER.search(
        text
    ):
        return Result(MaskedText(text=text))
    markers = list(_MARKER.finditer(text))
    positions = Positions(text)
    lines = [positions.at(marker.start())[0] for marker in markers]
    diagnostics = tuple(
        diagnostic(
            Code.CONFLICT_MARKER,
            f"unresolved merge conflict: `{marker[0][:7]}`",
            path,
            Span(line + 1, 1, len(marker[0]) + 1),
            "resolve the conflict and delete this line",
        )
        for line, marker in zip(lines, markers, strict=True)
    )
    masked = mask(text, (marker.span() for marker in markers))
    return Result(MaskedText(text=masked, ignored_lines=frozenset(lines)), diagnostics)


def mask(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return `text` with spaces in the `ranges` (start and end, ascending); newlines are kept."""
    parts: list[str] = []
    done = 0
    for start, end in ranges:
        parts.append(text[done:start])
        parts.append(_NOT_NEWLINE.sub(lambda run: " " * len(run[0]), text[start:end]))
        done = end
    parts.append(text[done:])
    return "".join(parts)


class Positions:
    """Converts offsets to lines and columns; the offsets must be queried in ascending order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset = 0
        self._line = 0
        self._line_start = 0

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 0."""
        self._line += self._text.count("\n", self._offset, offset)
        line_start = self._text.rfind("\n", self._offset, offset) + 1
        self._line_start = line_start or self._line_start
        self._offset = offset
        return self._line, offset - self._line_start
