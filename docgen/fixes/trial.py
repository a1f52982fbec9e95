"""The result of trying some fixes: whether they removed their diagnostics, and added no others."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from docgen.diagnostics import Diagnostic
from docgen.fixes.choose import Choice, all_ranges, by_page
from docgen.fixes.fix import Position
from docgen.fixes.page_text import PageText, moved
from docgen.regex import Regex

_MIN_WORD = 4
"""Shorter texts of fixes are in too many messages."""

_LINE_NUMBER = Regex(r"\bline \d+")

DiagnosticKey: TypeAlias = tuple[str, str, str]
"""What identifies a diagnostic wherever it is on its page: path, code and message."""


class Linted(Struct, frozen=True, kw_only=True):
    """All diagnostics of the pages; those that are `wanted` are to be fixed."""

    diagnostics: tuple[Diagnostic, ...]
    wanted: tuple[Diagnostic, ...]


class TrialResult:
    """Whether fixes did what they should, and which of them may not have.

    `culprits` did not remove their diagnostic. On the `suspected` pages a new one appeared.
    """

    def __init__(
        self,
        trial: Sequence[Choice],
        before: Linted,
        after: Linted,
        text: Callable[[str], PageText | None],
        contents: Mapping[str, bytes],
    ) -> None:
        self._text = text
        self._ranges = {
            path: all_ranges(choices) for path, choices in by_page(trial).items()
        }
        self._new_texts = {
            path: PageText.of(content) for path, content in contents.items()
        }
        found = {(one.path, one.code, self._place(one)) for one in after.diagnostics}
        self.culprits = [one for one in trial if self._moved(one.diagnostic) in found]
        new = self._new(before, after)
        self.suspected = {one.path for one in new}
        self.is_good = not self.culprits and not new
        self._messages = "\n".join(one.message for one in new)

    def mentions(self, one: Choice) -> bool:
        """Return whether a new diagnostic has the text of a fix, or the type of its page."""
        texts = (text.strip() for _, _, text in one.ranges)
        words = (*texts, PurePosixPath(one.diagnostic.path).stem)
        messages = self._messages.lower()
        return any(
            len(word) >= _MIN_WORD and word.lower() in messages for word in words
        )

    def _new(self, before: Linted, after: Linted) -> list[Diagnostic]:
        """Return the diagnostics that were not there before, with whatever words."""
        numbers = Counter(map(diagnostic_key, before.diagnostics))
        more = Counter(map(diagnostic_key, after.diagnostics)) - numbers
        if not more:
            return []
        places = {self._moved(one) for one in before.diagnostics}
        return [
            one
            for one in after.diagnostics
            if diagnostic_key(one) in more
            and (one.path, one.code, self._place(one)) not in places
        ]

    def _moved(self, one: Diagnostic) -> tuple[str, str, Position]:
        return one.path, one.code, self._new_place(one)

    def _place(self, one: Diagnostic) -> Position:
        return Position(one.span.line, one.span.column)

    def _new_place(self, one: Diagnostic) -> Position:
        """Return where the position of a diagnostic is after the edits."""
        place = Position(one.span.line, one.span.column)
        old, new = self._text(one.path), self._new_texts.get(one.path)
        offset = old.offset(place) if old else None
        if new is None or offset is None:
            return place
        return new.position(moved(offset, self._ranges[one.path]))


def diagnostic_key(one: Diagnostic) -> DiagnosticKey:
    """Return what identifies a diagnostic; numbers of lines in its message do not count."""
    message = one.message
    if "line " in message:
        message = _LINE_NUMBER.sub("line", message)
    return one.path, one.code, message
