"""Tests of `runOutcome`, generated from `resources/provisioning-run.md`."""

from graph import models

TYPE = "microsoft.graph.provisioning.runOutcome"
MEMBERS = {
    "COMPLETED": "completed",
    "CANCELLED": "cancelled",
    "FAILED": "failed",
    "UNKNOWN_FUTURE_VALUE": "unknownFutureValue",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.provisioning.RunOutcome


def test_members() -> None:
    members = list(models.provisioning.RunOutcome)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.provisioning.RunOutcome("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
