import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph._values import Int64
from graph.models.quarantine_reason import QuarantineReason
from graph.models.synchronization_error import SynchronizationError

@dataclass(kw_only=True)
class SynchronizationQuarantine(Model):
    current_began: dt.datetime | None = None
    error: SynchronizationError | None = None
    next_attempt: dt.datetime | None = None
    reason: QuarantineReason | None = None
    series_began: dt.datetime | None = None
    series_count: Int64 | None = None
