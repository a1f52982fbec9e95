"""The model of `microsoft.graph.boat`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering

from graph._codec import Model


@total_ordering
@dataclass(kw_only=True, repr=False)
class Boat(Model):
    """A boat of the club.

    See `resources/boat.md`.
    """

    id: str | None = None
    """The key."""

    name: str | None = None
    """What it is called."""

    length: int | None = None
    """In feet."""

    def __lt__(self, other: Boat) -> bool:
        return (self.length or 0) < (other.length or 0)
