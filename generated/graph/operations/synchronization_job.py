"""The operations of `microsoft.graph.synchronizationJob`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.string_key_string_value_pair import StringKeyStringValuePair
    from graph.models.synchronization_job import SynchronizationJob


class SynchronizationJobOperations(Protocol):
    """Operations of `synchronizationJob`.

    See `resources/synchronization-synchronizationjob.md`.
    """

    def list_synchronization_jobs(self) -> list[SynchronizationJob]:
        """List all jobs of an application."""
        ...

    def create_synchronization_job(
        self, body: SynchronizationJob
    ) -> SynchronizationJob:
        """Make a new job from a template. It does not run before it is started."""
        ...

    def get_synchronization_job(self) -> SynchronizationJob:
        """Read one job with its schedule and status."""
        ...

    def delete_synchronization_job(self) -> None:
        """Stop a job for good and forget its state.

        Objects that it made in the target stay.
        """
        ...

    def validate_credentials(self) -> None:
        """Check whether the target accepts the given credentials."""
        ...

    def start_synchronization_job(self) -> None:
        """Start a new or paused job; a paused job continues where it stopped."""
        ...

    def pause_synchronization_job(self) -> None:
        """Hold a job until it is started again. All of its state is kept."""
        ...

    def restart_synchronization_job(self) -> None:
        """Forget some or all of a job's state and begin again."""
        ...

    def provision_on_demand(self) -> StringKeyStringValuePair:
        """Carry over a few chosen objects at once, without waiting for the next
        cycle.
        """
        ...
