"""The model of `microsoft.graph.synchronizationProgress`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph._values import Int64


@dataclass(kw_only=True, repr=False)
class SynchronizationProgress(Model):
    """How far a job has come with its first, full cycle.

    Later cycles are short and report no progress.

    See `resources/synchronization-synchronizationprogress.md`.
    """

    completed_units: Int64 | None = None
    """How much is done, in units. Not nullable."""

    progress_observation_date_time: dt.datetime | None = None
    """When the figures were determined, in UTC. Not nullable."""

    total_units: Int64 | None = None
    """How much there is to do, in units, done and left together.

    Not nullable. Can grow while the source is still being read.
    """

    units: str | None = None
    """What is counted, for example users.

    Nullable; without it, the figures are shares and totalUnits is 100.
    """
