from graph._enums import OpenEnum

class SynchronizationStatusCode(OpenEnum):
    NOT_CONFIGURED = "NotConfigured"
    NOT_RUN = "NotRun"
    ACTIVE = "Active"
    PAUSED = "Paused"
    QUARANTINE = "Quarantine"
