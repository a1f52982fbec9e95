"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph._results import AsyncPages, Pages
    from graph.models.vessel import Vessel


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/boat.md`.
    """

    def list_boats(self) -> Pages[Vessel]:
        """All boats."""
        ...

    def get_boat(self) -> Vessel:
        """One boat."""
        ...


class AsyncVesselOperations(Protocol):
    """Operations of `vessel` as coroutines.

    See `resources/boat.md`.
    """

    def list_boats(self) -> AsyncPages[Vessel]:
        """All boats."""
        ...

    async def get_boat(self) -> Vessel:
        """One boat."""
        ...
