"""The model of `microsoft.graph.synchronizationTaskExecution`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph._values import Int64
    from graph.models.synchronization_error import SynchronizationError
    from graph.models.synchronization_task_execution_result import (
        SynchronizationTaskExecutionResult,
    )


@dataclass(kw_only=True, repr=False)
class SynchronizationTaskExecution(Model):
    """What one cycle of a job did, in figures.

    Objects that could not be synchronized are kept, in escrow, and tried again in later
    cycles.

    See `resources/synchronization-synchronizationtaskexecution.md`.
    """

    activity_identifier: str | None = None
    """Identifies the cycle in logs and audit reports."""

    count_entitled: Int64 | None = None
    """How many objects are in scope and have, or shall have, a counterpart in the
    target. Not nullable.
    """

    count_entitled_for_provisioning: Int64 | None = None
    """How many of these were to be created or changed in this cycle. Not nullable."""

    count_escrowed: Int64 | None = None
    """How many objects are in escrow after the cycle, each counted once. Not
    nullable.
    """

    count_escrowed_raw: Int64 | None = None
    """How many entries are in escrow after the cycle.

    An object that failed in several ways has several entries. Not nullable.
    """

    count_exported: Int64 | None = None
    """How many objects were written to the target. Not nullable."""

    count_exports: Int64 | None = None
    """How many writes were to be made. Not nullable."""

    count_imported: Int64 | None = None
    """How many objects were read from the source. Not nullable."""

    count_imported_deltas: Int64 | None = None
    """How many changes of attributes were read from the source. Not nullable."""

    count_imported_reference_deltas: Int64 | None = None
    """How many changes of references, such as memberships, were read from the source.

    Not nullable.
    """

    error: SynchronizationError | None = None
    """What ended the cycle early, if something did. Nullable."""

    state: SynchronizationTaskExecutionResult | None = None
    """How the cycle ended. Not nullable."""

    time_began: dt.datetime | None = None
    """When the cycle began, in UTC. Not nullable."""

    time_ended: dt.datetime | None = None
    """When the cycle ended, in UTC. Not nullable."""
