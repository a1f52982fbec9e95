import datetime as dt
from dataclasses import dataclass

from graph._codec import Model
from graph._values import Int64
from graph.models.string_key_long_value_pair import StringKeyLongValuePair
from graph.models.synchronization_progress import SynchronizationProgress
from graph.models.synchronization_quarantine import SynchronizationQuarantine
from graph.models.synchronization_status_code import SynchronizationStatusCode
from graph.models.synchronization_task_execution import SynchronizationTaskExecution

@dataclass(kw_only=True)
class SynchronizationStatus(Model):
    code: SynchronizationStatusCode | None = None
    count_successive_complete_failures: Int64 | None = None
    escrows_pruned: bool | None = None
    last_execution: SynchronizationTaskExecution | None = None
    last_successful_execution: SynchronizationTaskExecution | None = None
    last_successful_execution_with_exports: SynchronizationTaskExecution | None = None
    progress: list[SynchronizationProgress] | None = None
    quarantine: SynchronizationQuarantine | None = None
    steady_state_first_achieved_time: dt.datetime | None = None
    steady_state_last_achieved_time: dt.datetime | None = None
    synchronized_entry_count_by_type: list[StringKeyLongValuePair] | None = None
    troubleshooting_url: str | None = None
