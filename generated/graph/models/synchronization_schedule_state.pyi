from graph._codec import OpenEnum

class SynchronizationScheduleState(OpenEnum):
    ACTIVE = "Active"
    DISABLED = "Disabled"
    PAUSED = "Paused"
