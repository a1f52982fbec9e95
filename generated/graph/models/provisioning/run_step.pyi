import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph.models.provisioning.run_outcome import RunOutcome
from graph.models.synchronization_error import SynchronizationError

@dataclass(kw_only=True)
class RunStep(Model):
    elapsed: dt.timedelta | None = None
    error: SynchronizationError | None = None
    name: str | None = None
    outcome: RunOutcome | None = None
