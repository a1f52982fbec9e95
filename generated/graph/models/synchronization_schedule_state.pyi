from graph._enums import OpenEnum

class SynchronizationScheduleState(OpenEnum):
    ACTIVE = "Active"
    DISABLED = "Disabled"
    PAUSED = "Paused"
