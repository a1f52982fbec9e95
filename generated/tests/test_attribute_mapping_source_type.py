"""Tests of `attributeMappingSourceType`, generated from
`resources/synchronization-attributemappingsource.md`.
"""

from graph import models

TYPE = "microsoft.graph.attributeMappingSourceType"
MEMBERS = {
    "ATTRIBUTE": "Attribute",
    "CONSTANT": "Constant",
    "FUNCTION": "Function",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.AttributeMappingSourceType


def test_members() -> None:
    members = list(models.AttributeMappingSourceType)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.AttributeMappingSourceType("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
