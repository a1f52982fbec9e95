"""A fix: the edits of a page that correct what a diagnostic reports."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from docgen.diagnostics import Applicability, Diagnostic


class Position(Struct, frozen=True, order=True, gc=False):
    """A line and a column of a page, both from 1; see `docgen.source`."""

    line: int
    column: int


class Edit(Struct, frozen=True, order=True, gc=False):
    r"""Replaces the text from `start` to `end` (exclusive) by `text`.

    An edit may cover several lines. A newline in `text` is `\n`, whatever those of the page are;
    `newline` is the line ending of the line on which the edit begins.
    """

    start: Position
    end: Position
    text: str
    newline: str = "\n"

    @property
    def text_on_page(self) -> str:
        """The text with the line ending of the page."""
        return self.text.replace("\n", self.newline)


class Fix(Struct, frozen=True, kw_only=True):
    """Edits that belong together, sorted and disjoint, and what they do."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability


FixOf: TypeAlias = Callable[[Diagnostic], Fix | None]
"""Returns the fix of a diagnostic, whose path is as a user would write it."""
