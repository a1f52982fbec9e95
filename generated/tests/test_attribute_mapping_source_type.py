"""What is said of `microsoft.graph.attributeMappingSourceType` on
`resources/synchronization-attributemappingsource.md`, held against its class.
"""

from graph.models import AttributeMappingSourceType, lookup_enum


def test_type_name() -> None:
    assert (
        lookup_enum("microsoft.graph.attributeMappingSourceType")
        is AttributeMappingSourceType
    )


def test_members() -> None:
    members: dict[str, str] = {
        "ATTRIBUTE": "Attribute",
        "CONSTANT": "Constant",
        "FUNCTION": "Function",
    }
    assert {
        member.name: member.value for member in AttributeMappingSourceType
    } == members


def test_unknown_value_is_kept() -> None:
    unknown = AttributeMappingSourceType("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
