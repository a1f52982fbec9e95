"""Tests of `attributeFlowBehavior`, generated from
`resources/synchronization-attributemapping.md`.
"""

from graph import models

TYPE = "microsoft.graph.attributeFlowBehavior"
MEMBERS = {
    "FLOW_WHEN_CHANGED": "FlowWhenChanged",
    "FLOW_ALWAYS": "FlowAlways",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.AttributeFlowBehavior


def test_members() -> None:
    members = list(models.AttributeFlowBehavior)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.AttributeFlowBehavior("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
