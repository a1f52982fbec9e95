from graph._enums import OpenEnum

class QuarantineReason(OpenEnum):
    ENCOUNTERED_BASE_ESCROW_THRESHOLD = "EncounteredBaseEscrowThreshold"
    ENCOUNTERED_TOTAL_ESCROW_THRESHOLD = "EncounteredTotalEscrowThreshold"
    ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD = "EncounteredEscrowProportionThreshold"
    ENCOUNTERED_QUARANTINE_EXCEPTION = "EncounteredQuarantineException"
    UNKNOWN = "Unknown"
    QUARANTINED_ON_DEMAND = "QuarantinedOnDemand"
    TOO_MANY_DELETES = "TooManyDeletes"
    INGESTION_INTERRUPTED = "IngestionInterrupted"
