import datetime as dt
from dataclasses import dataclass

from graph._values import Int64
from graph.models.entity import Entity
from graph.models.provisioning.run_outcome import RunOutcome
from graph.models.provisioning.run_step import RunStep
from graph.models.provisioning_connector import ProvisioningConnector
from graph.models.synchronization_job import SynchronizationJob
from graph.models.synchronization_status_code import SynchronizationStatusCode

@dataclass(kw_only=True)
class Run(Entity):
    odata_etag: str | None = None
    from_: dt.datetime | None = None
    legacy_run_id: Int64 | None = None
    outcome: RunOutcome | None = None
    status_code: SynchronizationStatusCode | None = None
    steps: list[RunStep] | None = None
    to: dt.datetime | None = None
    connector: ProvisioningConnector | None = None
    job: SynchronizationJob | None = None
