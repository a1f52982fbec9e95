"""What stands in a scope of a file, and what comes into it."""

from typing import Literal, TypeAlias

from msgspec import Struct

Fate: TypeAlias = Literal["post", "people's", "gone"]
HEAD = ""
"""Stands for the beginning of the scope, behind which things hang as behind a post."""


class Slot(Struct, frozen=True):
    """A part in the file: docgen gives it today, or people keep it, or it goes.

    What does not move (imports, docstrings, comments) has no place in docgen's order. Docstrings
    and imports of the future are pinned: they come first. What has no blank line below it clings
    to what stands right below it. `blank` counts the blank lines above a part.
    """

    key: str
    fate: Fate
    moves: bool = False
    is_import: bool = False
    is_pinned: bool = False
    clings: bool = False
    blank: int = 0


class Coming(Struct, frozen=True):
    """A part of today's text, in the file already or new; imports and docstrings lead."""

    key: str
    is_new: bool = False
    leads: bool = False
    is_pinned: bool = False
