"""What is said of `microsoft.graph.attributeType` on
`resources/synchronization-attributetype.md`, held against its class.
"""

from graph.models import AttributeType, lookup_enum


def test_type_name() -> None:
    assert lookup_enum("microsoft.graph.attributeType") is AttributeType


def test_members() -> None:
    members: dict[str, str] = {
        "STRING": "String",
        "INTEGER": "Integer",
        "REFERENCE": "Reference",
        "BINARY": "Binary",
        "BOOLEAN": "Boolean",
        "DATE_TIME": "DateTime",
    }
    assert {member.name: member.value for member in AttributeType} == members


def test_unknown_value_is_kept() -> None:
    unknown = AttributeType("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
