"""What is said of `microsoft.graph.attributeFlowType` on
`resources/synchronization-attributemapping.md`, held against its class.
"""

from graph.models import AttributeFlowType, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.attributeFlowType") is AttributeFlowType


def test_members() -> None:
    members: dict[str, str] = {
        "ALWAYS": "Always",
        "OBJECT_ADD_ONLY": "ObjectAddOnly",
        "MULTI_VALUE_ADD_ONLY": "MultiValueAddOnly",
        "VALUE_ADD_ONLY": "ValueAddOnly",
        "ATTRIBUTE_ADD_ONLY": "AttributeAddOnly",
    }
    assert {member.name: member.value for member in AttributeFlowType} == members


def test_unknown_value_is_kept() -> None:
    unknown = AttributeFlowType("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
