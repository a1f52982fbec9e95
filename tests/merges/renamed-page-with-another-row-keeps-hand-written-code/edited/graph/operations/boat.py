"""The operations of `microsoft.graph.boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.boat import Boat


class BoatOperations(Protocol):
    """Operations of `boat`.

    See `resources/boat.md`.
    """

    def list_boats(self) -> list[Boat]:
        """All boats."""
        ...

    def get_boat(self) -> Boat:
        """One boat."""
        ...
