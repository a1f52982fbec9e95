from graph._enums import OpenEnum

class SynchronizationTaskExecutionResult(OpenEnum):
    SUCCEEDED = "Succeeded"
    FAILED = "Failed"
    ENTRY_LEVEL_ERRORS = "EntryLevelErrors"
