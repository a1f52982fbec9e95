"""Tests of `objectFlowTypes`, generated from
`resources/synchronization-objectmapping.md`.
"""

from graph import models

TYPE = "microsoft.graph.objectFlowTypes"
MEMBERS = {
    "NONE": "None",
    "ADD": "Add",
    "UPDATE": "Update",
    "DELETE": "Delete",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.ObjectFlowTypes


def test_members() -> None:
    members = list(models.ObjectFlowTypes)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.ObjectFlowTypes("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
