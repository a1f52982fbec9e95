"""What `resources/synchronization-attributemapping.md` says of
`attributeFlowBehavior`.
"""

from graph.models import AttributeFlowBehavior, lookup_enum

TYPE = "microsoft.graph.attributeFlowBehavior"
MEMBERS = {
    "FLOW_WHEN_CHANGED": "FlowWhenChanged",
    "FLOW_ALWAYS": "FlowAlways",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is AttributeFlowBehavior


def test_members() -> None:
    members = list(AttributeFlowBehavior)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = AttributeFlowBehavior("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
