"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph._results import AsyncPages, Pages
    from graph.models.vessel import Vessel


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/vessel.md`.
    """

    def list(self) -> Pages[Vessel]:
        """All vessels."""
        ...

    def get(self) -> Vessel:
        """One vessel."""
        ...


class AsyncVesselOperations(Protocol):
    """Operations of `vessel` as coroutines.

    See `resources/vessel.md`.
    """

    def list(self) -> AsyncPages[Vessel]:
        """All vessels."""
        ...

    async def get(self) -> Vessel:
        """One vessel."""
        ...
