"""What is said of `microsoft.graph.objectFlowTypes` on
`resources/synchronization-objectmapping.md`, held against its class.
"""

from graph.models import ObjectFlowTypes, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.objectFlowTypes") is ObjectFlowTypes


def test_members() -> None:
    members: dict[str, str] = {
        "NONE": "None",
        "ADD": "Add",
        "UPDATE": "Update",
        "DELETE": "Delete",
    }
    assert {member.name: member.value for member in ObjectFlowTypes} == members


def test_unknown_value_is_kept() -> None:
    unknown = ObjectFlowTypes("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
