"""What is said of `microsoft.graph.directoryDefinitionDiscoverabilities` on
`resources/synchronization-directorydefinitiondiscoverabilities.md`, held against its
class.
"""

from graph.models import DirectoryDefinitionDiscoverabilities, lookup_enum


def test_type_name() -> None:
    assert (
        lookup_enum("microsoft.graph.directoryDefinitionDiscoverabilities")
        is DirectoryDefinitionDiscoverabilities
    )


def test_members() -> None:
    members: dict[str, str] = {
        "NONE": "None",
        "ATTRIBUTE_NAMES": "AttributeNames",
        "ATTRIBUTE_DATA_TYPES": "AttributeDataTypes",
        "ATTRIBUTE_READ_ONLY": "AttributeReadOnly",
        "REFERENCE_ATTRIBUTES": "ReferenceAttributes",
        "UNKNOWN_FUTURE_VALUE": "UnknownFutureValue",
    }
    assert {
        member.name: member.value for member in DirectoryDefinitionDiscoverabilities
    } == members


def test_unknown_value_is_kept() -> None:
    unknown = DirectoryDefinitionDiscoverabilities("a value that no page names")
    assert str(unknown) == "a value that no page names"
    assert not unknown.is_known


# Your own checks below this line are kept.
