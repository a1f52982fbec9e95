"""What `resources/synchronization-synchronizationschedule.md` says of
`synchronizationScheduleState`.
"""

from graph.models import SynchronizationScheduleState, lookup_enum

TYPE = "microsoft.graph.synchronizationScheduleState"
MEMBERS = {
    "ACTIVE": "Active",
    "DISABLED": "Disabled",
    "PAUSED": "Paused",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is SynchronizationScheduleState


def test_members() -> None:
    members = list(SynchronizationScheduleState)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationScheduleState("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
