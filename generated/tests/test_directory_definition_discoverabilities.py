"""Tests of `directoryDefinitionDiscoverabilities`, generated from
`resources/synchronization-directorydefinitiondiscoverabilities.md`.
"""

from graph import models

TYPE = "microsoft.graph.directoryDefinitionDiscoverabilities"
MEMBERS = {
    "NONE": "None",
    "ATTRIBUTE_NAMES": "AttributeNames",
    "ATTRIBUTE_DATA_TYPES": "AttributeDataTypes",
    "ATTRIBUTE_READ_ONLY": "AttributeReadOnly",
    "REFERENCE_ATTRIBUTES": "ReferenceAttributes",
    "UNKNOWN_FUTURE_VALUE": "UnknownFutureValue",
}


def test_type_name() -> None:
    assert models.lookup_enum(TYPE) is models.DirectoryDefinitionDiscoverabilities


def test_members() -> None:
    members = list(models.DirectoryDefinitionDiscoverabilities)
    assert {member.name: member.value for member in members} == MEMBERS


def test_unknown_value_is_kept() -> None:
    unknown = models.DirectoryDefinitionDiscoverabilities("unheard of")
    assert str(unknown) == "unheard of"
    assert not unknown.is_known


# Your own checks below this line are kept.
