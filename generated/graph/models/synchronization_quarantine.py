"""The model of `microsoft.graph.synchronizationQuarantine`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph._values import Int64
    from graph.models.quarantine_reason import QuarantineReason
    from graph.models.synchronization_error import SynchronizationError


@dataclass(kw_only=True, repr=False)
class SynchronizationQuarantine(Model):
    """Why and since when a job is in quarantine.

    A job in quarantine is tried at longer and longer intervals, and is permanently
    disabled if it does not recover within four weeks.

    See `resources/synchronization-synchronizationquarantine.md`.
    """

    current_began: dt.datetime | None = None
    """When the job went into quarantine this time, in UTC. Not nullable. Read-only."""

    error: SynchronizationError | None = None
    """The error that caused it, if one did. Nullable."""

    next_attempt: dt.datetime | None = None
    """When the job will be tried again, in UTC. Not nullable."""

    reason: QuarantineReason | None = None
    """Why the job is in quarantine. Not nullable."""

    series_began: dt.datetime | None = None
    """When the job first went into quarantine, of all the times that followed on each
    other without a healthy day in between. Not nullable.
    """

    series_count: Int64 | None = None
    """How many times that is. Begins at 1 again after a healthy day. Not nullable."""
