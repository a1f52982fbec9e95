import datetime as dt
from dataclasses import dataclass

from graph._codec import Int64, Model

@dataclass(kw_only=True)
class SynchronizationProgress(Model):
    completed_units: Int64 | None = None
    progress_observation_date_time: dt.datetime | None = None
    total_units: Int64 | None = None
    units: str | None = None
