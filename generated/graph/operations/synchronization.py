"""The operations of `microsoft.graph.synchronization`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.synchronization import Synchronization


class SynchronizationOperations(Protocol):
    """Operations of `synchronization`.

    See `resources/synchronization-synchronization.md`.
    """

    def list_synchronizations(self) -> list[Synchronization]:
        """Get a list of the synchronization objects and their properties."""
        ...

    def create_synchronization(self, body: Synchronization) -> Synchronization:
        """Create a new synchronization object."""
        ...

    def get_synchronization(self) -> Synchronization:
        """Read the properties and relationships of a synchronization object."""
        ...

    def update_synchronization(self, body: Synchronization) -> Synchronization:
        """Update the properties of a synchronization object."""
        ...

    def delete_synchronization(self) -> None:
        """Deletes a synchronization object."""
        ...
