"""What is said of `microsoft.graph.attributeFlowBehavior` on
`resources/synchronization-attributemapping.md`, held against its class.
"""

from graph.models import AttributeFlowBehavior, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.attributeFlowBehavior") is AttributeFlowBehavior


def test_members() -> None:
    members: dict[str, str] = {
        "FLOW_WHEN_CHANGED": "FlowWhenChanged",
        "FLOW_ALWAYS": "FlowAlways",
    }
    assert {member.name: member.value for member in AttributeFlowBehavior} == members


def test_unknown_value_is_kept() -> None:
    unknown = AttributeFlowBehavior("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
