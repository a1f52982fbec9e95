from graph._enums import OpenEnum

class RunOutcome(OpenEnum):
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"
    UNKNOWN_FUTURE_VALUE = "unknownFutureValue"
