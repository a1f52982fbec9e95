import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph.models.synchronization_schedule_state import SynchronizationScheduleState

@dataclass(kw_only=True)
class SynchronizationSchedule(Model):
    expiration: dt.datetime | None = None
    interval: dt.timedelta | None = None
    state: SynchronizationScheduleState | None = None
