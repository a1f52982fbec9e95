"""The model of `microsoft.graph.provisioning.run`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    import datetime as dt

    from graph._values import Int64
    from graph.models.provisioning.run_outcome import RunOutcome
    from graph.models.provisioning.run_step import RunStep
    from graph.models.provisioning_connector import ProvisioningConnector
    from graph.models.synchronization_job import SynchronizationJob
    from graph.models.synchronization_status_code import SynchronizationStatusCode


@dataclass(kw_only=True, repr=False)
class Run(Entity):
    """One run of a connector, from its first call to the target to its last.

    Runs are kept for thirty days.

    See `resources/provisioning-run.md`.
    """

    odata_etag: str | None = field(default=None, metadata={"wire": "@odata.etag"})
    """Changes with every update of the run.

    Send it as If-Match when cancelling. Read-only.
    """

    from_: dt.datetime | None = None
    """When the first call was made, in UTC. Not nullable. Read-only."""

    legacy_run_id: Int64 | None = None
    """Number that the run had before runs got identifiers. Deprecated. Use id
    instead.
    """

    outcome: RunOutcome | None = None
    """How the run ended. Nullable; a run that has not ended has none."""

    status_code: SynchronizationStatusCode | None = None
    """State of the job at the end of the run. Nullable."""

    steps: list[RunStep] | None = None
    """What the run did, in order."""

    to: dt.datetime | None = None
    """When the last call was made, in UTC. Nullable."""

    connector: ProvisioningConnector | None = None
    """The connector that was used."""

    job: SynchronizationJob | None = None
    """The job that it was used for. Nullable."""
