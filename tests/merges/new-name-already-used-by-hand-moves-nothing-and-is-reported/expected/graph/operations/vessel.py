"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.vessel import Vessel


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/boat.md`.
    """

    def list_boats(self) -> list[Vessel]:
        """All boats."""
        ...

    def get_boat(self) -> Vessel:
        """One boat."""
        ...
