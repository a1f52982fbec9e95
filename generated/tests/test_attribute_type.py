"""What `resources/synchronization-attributetype.md` says of `attributeType`."""

from graph.models import AttributeType, lookup_enum

TYPE = "microsoft.graph.attributeType"
MEMBERS = {
    "STRING": "String",
    "INTEGER": "Integer",
    "REFERENCE": "Reference",
    "BINARY": "Binary",
    "BOOLEAN": "Boolean",
    "DATE_TIME": "DateTime",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is AttributeType


def test_members() -> None:
    members = list(AttributeType)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = AttributeType("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
