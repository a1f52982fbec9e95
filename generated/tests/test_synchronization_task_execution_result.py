"""What is said of `microsoft.graph.synchronizationTaskExecutionResult` on
`resources/synchronization-synchronizationtaskexecution.md`, held against its class.
"""

from graph.models import SynchronizationTaskExecutionResult, lookup_enum


def test_type_name() -> None:
    assert (
        lookup_enum("microsoft.graph.synchronizationTaskExecutionResult")
        is SynchronizationTaskExecutionResult
    )


def test_members() -> None:
    members: dict[str, str] = {
        "SUCCEEDED": "Succeeded",
        "FAILED": "Failed",
        "ENTRY_LEVEL_ERRORS": "EntryLevelErrors",
    }
    assert {
        member.name: member.value for member in SynchronizationTaskExecutionResult
    } == members


def test_unknown_value_is_kept() -> None:
    unknown = SynchronizationTaskExecutionResult("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
