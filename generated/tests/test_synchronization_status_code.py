"""What is said of `microsoft.graph.synchronizationStatusCode` on
`resources/synchronization-synchronizationstatuscode.md`, held against its class.
"""

from graph.models import SynchronizationStatusCode, lookup_enum


def test_type_name() -> None:
    assert (
        lookup_enum("microsoft.graph.synchronizationStatusCode")
        is SynchronizationStatusCode
    )


def test_members() -> None:
    members: dict[str, str] = {
        "NOT_CONFIGURED": "NotConfigured",
        "NOT_RUN": "NotRun",
        "ACTIVE": "Active",
        "PAUSED": "Paused",
        "QUARANTINE": "Quarantine",
    }
    assert {
        member.name: member.value for member in SynchronizationStatusCode
    } == members


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationStatusCode("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
