"""The model of `microsoft.graph.synchronizationSchedule`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph.models.synchronization_schedule_state import SynchronizationScheduleState


@dataclass(kw_only=True, repr=False)
class SynchronizationSchedule(Model):
    """How often a synchronizationJob runs, and whether it does so at present.

    See `resources/synchronization-synchronizationschedule.md`.
    """

    expiration: dt.datetime | None = None
    """When the job stops by itself, in UTC.

    Nullable; without it the job runs until it is stopped.
    """

    interval: dt.timedelta | None = None
    """Time from the beginning of one cycle to the beginning of the next, in ISO 8601
    format: PT40M is forty minutes. Not nullable.
    """

    state: SynchronizationScheduleState | None = None
    """Whether the schedule is being kept. Not nullable. Read-only."""
