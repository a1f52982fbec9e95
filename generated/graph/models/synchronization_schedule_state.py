"""The enum `microsoft.graph.synchronizationScheduleState`."""

from graph._enums import OpenEnum


class SynchronizationScheduleState(OpenEnum):
    """See `resources/synchronization-synchronizationschedule.md`."""

    ACTIVE = "Active"
    """The job runs at its interval."""

    DISABLED = "Disabled"
    """The job was switched off and does not run until it is started again."""

    PAUSED = "Paused"
    """The job is held for a while and will go on from where it left off."""
