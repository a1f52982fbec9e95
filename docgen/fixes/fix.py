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

    An edit may cover several lines. A newline in `text` is `\n`, whatever those of the page are.
    """

    start: Position
    end: Position
    text: str


class Fix(Struct, frozen=True, kw_only=True):
    """Edits that belong together, sorted and disjoint, and what they do."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability


FixOf: TypeAlias = Callable[[Diagnostic], Fix | None]
"""Returns the fix of a diagnostic, whose path is as a user would write it."""
