from dataclasses import dataclass

from graph.models.bulk_upload import BulkUpload
from graph.models.entity import Entity
from graph.models.key_value_pair import KeyValuePair
from graph.models.synchronization_schedule import SynchronizationSchedule
from graph.models.synchronization_schema import SynchronizationSchema
from graph.models.synchronization_status import SynchronizationStatus

@dataclass(kw_only=True)
class SynchronizationJob(Entity):
    schedule: SynchronizationSchedule | None = None
    status: SynchronizationStatus | None = None
    synchronization_job_settings: list[KeyValuePair] | None = None
    template_id: str | None = None
    bulk_upload: BulkUpload | None = None
    schema_: SynchronizationSchema | None = None
