"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.vessel import Vessel


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/vessel.md`.
    """

    def list_vessels(self) -> list[Vessel]:
        """All vessels."""
        ...

    def get_vessel(self) -> Vessel:
        """One vessel."""
        ...
