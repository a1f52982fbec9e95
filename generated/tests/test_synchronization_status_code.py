"""Tests of `synchronizationStatusCode`, generated from
`resources/synchronization-synchronizationstatuscode.md`.
"""

from graph import models

TYPE = "microsoft.graph.synchronizationStatusCode"
MEMBERS = {
    "NOT_CONFIGURED": "NotConfigured",
    "NOT_RUN": "NotRun",
    "ACTIVE": "Active",
    "PAUSED": "Paused",
    "QUARANTINE": "Quarantine",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.SynchronizationStatusCode


def test_members() -> None:
    members = list(models.SynchronizationStatusCode)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.SynchronizationStatusCode("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
