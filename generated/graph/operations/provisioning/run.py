"""The operations of `microsoft.graph.provisioning.run`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.provisioning.run import Run


class RunOperations(Protocol):
    """Operations of `run`.

    See `resources/provisioning-run.md`.
    """

    def list_runs(self) -> list[Run]:
        """List the runs of a connector, the latest first."""
        ...

    def get_run(self) -> Run:
        """Read one run and its steps."""
        ...

    def run_cancel(self) -> None:
        """Cancel a run that has not ended."""
        ...
