"""The operations of `microsoft.graph.boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph._results import AsyncPages, Pages
    from graph.models.boat import Boat


class BoatOperations(Protocol):
    """Operations of `boat`.

    See `resources/boat.md`.
    """

    def list(self) -> Pages[Boat]:
        """All boats."""
        ...

    def get(self, key: str) -> Boat:
        """One boat."""
        ...


class AsyncBoatOperations(Protocol):
    """Operations of `boat` as coroutines.

    See `resources/boat.md`.
    """

    def list(self) -> AsyncPages[Boat]:
        """All boats."""
        ...

    async def get(self) -> Boat:
        """One boat."""
        ...
