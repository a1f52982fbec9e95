"""What `resources/synchronization-synchronizationtaskexecution.md` says of
`synchronizationTaskExecutionResult`.
"""

from graph.models import SynchronizationTaskExecutionResult, lookup_enum

TYPE = "microsoft.graph.synchronizationTaskExecutionResult"
MEMBERS = {
    "SUCCEEDED": "Succeeded",
    "FAILED": "Failed",
    "ENTRY_LEVEL_ERRORS": "EntryLevelErrors",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is SynchronizationTaskExecutionResult


def test_members() -> None:
    members = list(SynchronizationTaskExecutionResult)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationTaskExecutionResult("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
