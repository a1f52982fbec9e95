"""What is said of `microsoft.graph.provisioning.runOutcome` on
`resources/provisioning-run.md`, held against its class.
"""

from graph.models import lookup_enum
from graph.models.provisioning import RunOutcome


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.provisioning.runOutcome") is RunOutcome


def test_members() -> None:
    members: dict[str, str] = {
        "COMPLETED": "completed",
        "CANCELLED": "cancelled",
        "FAILED": "failed",
        "UNKNOWN_FUTURE_VALUE": "unknownFutureValue",
    }
    assert {member.name: member.value for member in RunOutcome} == members


def test_unknown_value_is_kept() -> None:
    unknown = RunOutcome("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
