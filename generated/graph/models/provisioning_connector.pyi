import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from graph._values import Int64
from graph.models.entity import Entity
from graph.models.provisioning.run import Run as ProvisioningRun
from graph.models.synchronization_custom_data import SynchronizationCustomData
from graph.models.synchronization_job import SynchronizationJob

@dataclass(kw_only=True)
class ProvisioningConnector(Entity):
    agent_id: UUID | None = None
    batch_size: int | None = None
    blackout_begins: dt.time | None = None
    blackout_length: dt.timedelta | None = None
    bytes_sent: Int64 | None = None
    certificate: bytes | None = None
    certificate_expiration_date: dt.date | None = None
    cost_per_operation: Decimal | None = None
    created_date_time: dt.datetime | None = None
    custom_data: SynchronizationCustomData | None = None
    display_name: str | None = None
    error_rate: float | None = None
    is_enabled: bool | None = None
    retries: int | None = None
    tags: list[str] | None = None
    throttling_factor: float | None = None
    jobs: list[SynchronizationJob] | None = None
    runs: list[ProvisioningRun] | None = None
