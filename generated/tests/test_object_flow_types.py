"""What `resources/synchronization-objectmapping.md` says of `objectFlowTypes`."""

from graph.models import ObjectFlowTypes, lookup_enum

TYPE = "microsoft.graph.objectFlowTypes"
MEMBERS = {
    "NONE": "None",
    "ADD": "Add",
    "UPDATE": "Update",
    "DELETE": "Delete",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is ObjectFlowTypes


def test_members() -> None:
    members = list(ObjectFlowTypes)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = ObjectFlowTypes("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
