"""Tests of `attributeFlowType`, generated from
`resources/synchronization-attributemapping.md`.
"""

from graph import models

TYPE = "microsoft.graph.attributeFlowType"
MEMBERS = {
    "ALWAYS": "Always",
    "OBJECT_ADD_ONLY": "ObjectAddOnly",
    "MULTI_VALUE_ADD_ONLY": "MultiValueAddOnly",
    "VALUE_ADD_ONLY": "ValueAddOnly",
    "ATTRIBUTE_ADD_ONLY": "AttributeAddOnly",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.AttributeFlowType


def test_members() -> None:
    members = list(models.AttributeFlowType)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.AttributeFlowType("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
