"""Tests of `quarantineReason`, generated from
`resources/synchronization-quarantinereason.md`.
"""

from graph import models

TYPE = "microsoft.graph.quarantineReason"
MEMBERS = {
    "ENCOUNTERED_BASE_ESCROW_THRESHOLD": "EncounteredBaseEscrowThreshold",
    "ENCOUNTERED_TOTAL_ESCROW_THRESHOLD": "EncounteredTotalEscrowThreshold",
    "ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD": "EncounteredEscrowProportionThreshold",
    "ENCOUNTERED_QUARANTINE_EXCEPTION": "EncounteredQuarantineException",
    "UNKNOWN": "Unknown",
    "QUARANTINED_ON_DEMAND": "QuarantinedOnDemand",
    "TOO_MANY_DELETES": "TooManyDeletes",
    "INGESTION_INTERRUPTED": "IngestionInterrupted",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.QuarantineReason


def test_members() -> None:
    members = list(models.QuarantineReason)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.QuarantineReason("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
