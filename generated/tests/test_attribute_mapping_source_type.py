"""What `resources/synchronization-attributemappingsource.md` says of
`attributeMappingSourceType`.
"""

from graph.models import AttributeMappingSourceType, lookup_enum

TYPE = "microsoft.graph.attributeMappingSourceType"
MEMBERS = {
    "ATTRIBUTE": "Attribute",
    "CONSTANT": "Constant",
    "FUNCTION": "Function",
}


def test_type_name() -> None:
    assert lookup_enum(TYPE) is AttributeMappingSourceType


def test_members() -> None:
    members = list(AttributeMappingSourceType)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = AttributeMappingSourceType("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
