"""The enum `microsoft.graph.synchronizationTaskExecutionResult`."""

from graph._enums import OpenEnum


class SynchronizationTaskExecutionResult(OpenEnum):
    """See `resources/synchronization-synchronizationtaskexecution.md`."""

    SUCCEEDED = "Succeeded"
    """Everything was synchronized."""

    FAILED = "Failed"
    """The cycle broke off. What was done until then stays."""

    ENTRY_LEVEL_ERRORS = "EntryLevelErrors"
    """The cycle was completed, with some objects in escrow."""
