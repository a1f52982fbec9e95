"""The operations of `microsoft.graph.vessel`."""

from __future__ import annotations

from typing import Any, Protocol


class VesselOperations(Protocol):
    """Operations of `vessel`.

    See `resources/vessel.md`.
    """

    def list_boats(self) -> list[Any]:
        """All boats."""
        ...

    def get_boat(self) -> Any:
        """One boat.

        Returns: boat.
        """
        ...
