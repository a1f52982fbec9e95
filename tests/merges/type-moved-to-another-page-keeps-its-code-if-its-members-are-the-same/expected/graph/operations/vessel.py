"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from graph._results import AsyncPages, Pages


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/vessel.md`.
    """

    def list_boats(self) -> Pages[Any]:
        """All boats."""
        ...

    def get_boat(self) -> Any:
        """One boat."""
        ...


class AsyncVesselOperations(Protocol):
    """Operations of `vessel` as coroutines.

    See `resources/vessel.md`.
    """

    def list_boats(self) -> AsyncPages[Any]:
        """All boats."""
        ...

    async def get_boat(self) -> Any:
        """One boat."""
        ...
