"""Tests of `attributeType`, generated from
`resources/synchronization-attributetype.md`.
"""

from graph import models

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
    assert models.lookup_enum(TYPE) is models.AttributeType


def test_members() -> None:
    members = list(models.AttributeType)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.AttributeType("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
