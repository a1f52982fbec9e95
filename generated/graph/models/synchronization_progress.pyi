import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph._values import Int64

@dataclass(kw_only=True)
class SynchronizationProgress(Model):
    completed_units: Int64 | None = None
    progress_observation_date_time: dt.datetime | None = None
    total_units: Int64 | None = None
    units: str | None = None
