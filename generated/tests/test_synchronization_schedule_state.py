"""Tests of `synchronizationScheduleState`, generated from
`resources/synchronization-synchronizationschedule.md`.
"""

from graph import models

TYPE = "microsoft.graph.synchronizationScheduleState"
MEMBERS = {
    "ACTIVE": "Active",
    "DISABLED": "Disabled",
    "PAUSED": "Paused",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.SynchronizationScheduleState


def test_members() -> None:
    members = list(models.SynchronizationScheduleState)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.SynchronizationScheduleState("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
