"""The enum `microsoft.graph.synchronizationStatusCode`."""

from graph._enums import OpenEnum


class SynchronizationStatusCode(OpenEnum):
    """The state of a synchronization job in one word. Used by synchronizationStatus.

    See `resources/synchronization-synchronizationstatuscode.md`.
    """

    NOT_CONFIGURED = "NotConfigured"
    """Something that the job needs is missing, most often its credentials."""

    NOT_RUN = "NotRun"
    """The job is ready, and has not run yet."""

    ACTIVE = "Active"
    """The job runs at its interval."""

    PAUSED = "Paused"
    """The job is paused until it is started."""

    QUARANTINE = "Quarantine"
    """The job met too many errors and is tried less often."""
