"""The model of `microsoft.graph.synchronizationStatus`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    import datetime as dt

    from graph._values import Int64
    from graph.models.string_key_long_value_pair import StringKeyLongValuePair
    from graph.models.synchronization_progress import SynchronizationProgress
    from graph.models.synchronization_quarantine import SynchronizationQuarantine
    from graph.models.synchronization_status_code import SynchronizationStatusCode
    from graph.models.synchronization_task_execution import SynchronizationTaskExecution


@dataclass(kw_only=True, repr=False)
class SynchronizationStatus(Model):
    """The status of a synchronizationJob. The service updates it while the job runs.

    See `resources/synchronization-synchronizationstatus.md`.
    """

    code: SynchronizationStatusCode | None = None
    """The state of the job in one word. Not nullable."""

    count_successive_complete_failures: Int64 | None = None
    """How many cycles in a row failed altogether.

    Back to 0 after one that did not. Not nullable.
    """

    escrows_pruned: bool | None = None
    """Whether some of the objects that waited for another attempt were given up.

    Not nullable.
    """

    last_execution: SynchronizationTaskExecution | None = None
    """The last cycle, however it ended. Nullable."""

    last_successful_execution: SynchronizationTaskExecution | None = None
    """The last cycle that ended well. Nullable."""

    last_successful_execution_with_exports: SynchronizationTaskExecution | None = None
    """The last cycle that ended well and wrote something to the target. Nullable."""

    progress: list[SynchronizationProgress] | None = None
    """How far the first, full cycle has come, for each step of it."""

    quarantine: SynchronizationQuarantine | None = None
    """Present only while the job is in quarantine. Nullable."""

    steady_state_first_achieved_time: dt.datetime | None = None
    """When the target was first completely synchronized with the source, in UTC.

    Not nullable; 0001-01-01T00:00:00Z as long as it never was.
    """

    steady_state_last_achieved_time: dt.datetime | None = None
    """When the target was last completely synchronized with the source, in UTC.

    Not nullable.
    """

    synchronized_entry_count_by_type: list[StringKeyLongValuePair] | None = None
    """How many objects of each kind the job keeps in step."""

    troubleshooting_url: str | None = None
    """Address of a page that helps with the trouble at hand. Nullable."""
