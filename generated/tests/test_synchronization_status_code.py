"""What `resources/synchronization-synchronizationstatuscode.md` says of
`synchronizationStatusCode`.
"""

from graph.models import SynchronizationStatusCode, lookup_enum

TYPE = "microsoft.graph.synchronizationStatusCode"
MEMBERS = {
    "NOT_CONFIGURED": "NotConfigured",
    "NOT_RUN": "NotRun",
    "ACTIVE": "Active",
    "PAUSED": "Paused",
    "QUARANTINE": "Quarantine",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is SynchronizationStatusCode


def test_members() -> None:
    members = list(SynchronizationStatusCode)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationStatusCode("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
