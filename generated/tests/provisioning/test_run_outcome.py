"""What `resources/provisioning-run.md` says of `runOutcome`."""

from graph.models import lookup_enum
from graph.models.provisioning import RunOutcome

TYPE = "microsoft.graph.provisioning.runOutcome"
MEMBERS = {
    "COMPLETED": "completed",
    "CANCELLED": "cancelled",
    "FAILED": "failed",
    "UNKNOWN_FUTURE_VALUE": "unknownFutureValue",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is RunOutcome


def test_members() -> None:
    members = list(RunOutcome)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = RunOutcome("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
