import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph._values import Int64
from graph.models.synchronization_error import SynchronizationError
from graph.models.synchronization_task_execution_result import (
    SynchronizationTaskExecutionResult,
)

@dataclass(kw_only=True)
class SynchronizationTaskExecution(Model):
    activity_identifier: str | None = None
    count_entitled: Int64 | None = None
    count_entitled_for_provisioning: Int64 | None = None
    count_escrowed: Int64 | None = None
    count_escrowed_raw: Int64 | None = None
    count_exported: Int64 | None = None
    count_exports: Int64 | None = None
    count_imported: Int64 | None = None
    count_imported_deltas: Int64 | None = None
    count_imported_reference_deltas: Int64 | None = None
    error: SynchronizationError | None = None
    state: SynchronizationTaskExecutionResult | None = None
    time_began: dt.datetime | None = None
    time_ended: dt.datetime | None = None
