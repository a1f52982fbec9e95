"""What is said of `microsoft.graph.synchronizationScheduleState` on
`resources/synchronization-synchronizationschedule.md`, held against its class.
"""

from graph.models import SynchronizationScheduleState, lookup_enum


def test_type_name() -> None:
    assert (
        lookup_enum("microsoft.graph.synchronizationScheduleState")
        is SynchronizationScheduleState
    )


def test_members() -> None:
    members: dict[str, str] = {
        "ACTIVE": "Active",
        "DISABLED": "Disabled",
        "PAUSED": "Paused",
    }
    assert {
        member.name: member.value for member in SynchronizationScheduleState
    } == members


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationScheduleState("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
