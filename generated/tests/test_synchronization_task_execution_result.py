"""Tests of `synchronizationTaskExecutionResult`, generated from
`resources/synchronization-synchronizationtaskexecution.md`.
"""

from graph import models

TYPE = "microsoft.graph.synchronizationTaskExecutionResult"
MEMBERS = {
    "SUCCEEDED": "Succeeded",
    "FAILED": "Failed",
    "ENTRY_LEVEL_ERRORS": "EntryLevelErrors",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.SynchronizationTaskExecutionResult


def test_members() -> None:
    members = list(models.SynchronizationTaskExecutionResult)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.SynchronizationTaskExecutionResult("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
