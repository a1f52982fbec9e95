"""The enum `microsoft.graph.quarantineReason`."""

from graph._enums import OpenEnum


class QuarantineReason(OpenEnum):
    """The reason why a synchronization job is in quarantine, where it runs less and
    less often until the errors stop. Used by synchronizationQuarantine.

    See `resources/synchronization-quarantinereason.md`.
    """

    ENCOUNTERED_BASE_ESCROW_THRESHOLD = "EncounteredBaseEscrowThreshold"
    """More objects failed in one cycle than is tolerated."""

    ENCOUNTERED_TOTAL_ESCROW_THRESHOLD = "EncounteredTotalEscrowThreshold"
    """More objects are waiting for another attempt, over all cycles, than is
    tolerated.
    """

    ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD = "EncounteredEscrowProportionThreshold"
    """Too large a part of the objects in scope failed."""

    ENCOUNTERED_QUARANTINE_EXCEPTION = "EncounteredQuarantineException"
    """The target refused to work at all, most often because the credentials are no
    longer valid.
    """

    UNKNOWN = "Unknown"
    """The reason was not recorded."""

    QUARANTINED_ON_DEMAND = "QuarantinedOnDemand"
    """An administrator or the support team put the job into quarantine."""

    TOO_MANY_DELETES = "TooManyDeletes"
    """More objects were about to be deleted than the job allows."""

    INGESTION_INTERRUPTED = "IngestionInterrupted"
    """Reading from the source broke off before its end."""
