"""The enum `microsoft.graph.provisioning.runOutcome`."""

from graph._enums import OpenEnum


class RunOutcome(OpenEnum):
    """See `resources/provisioning-run.md`."""

    COMPLETED = "completed"
    """All steps were completed."""

    CANCELLED = "cancelled"
    """Somebody broke the run off."""

    FAILED = "failed"
    """A step failed, and those after it were not tried."""

    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
    """Stands for members that are added later. Do not use."""
