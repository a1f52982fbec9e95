"""What is said of `microsoft.graph.directoryDefinition` on
`resources/synchronization-directorydefinition.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import DirectoryDefinition, lookup
from graph.operations import DirectoryDefinitionOperations

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.directoryDefinition",
    "id": "String (identifier)",
    "discoverabilities": "None",
    "discoveryDateTime": "2021-06-01T12:34:56Z",
    "name": "String",
    "objects": [
        {
            "@odata.type": "microsoft.graph.objectDefinition",
        },
    ],
    "readOnly": True,
    "version": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.directoryDefinition") is DirectoryDefinition


def test_names_on_the_wire() -> None:
    names = {
        "discoverabilities": "discoverabilities",
        "discovery_date_time": "discoveryDateTime",
        "name": "name",
        "objects": "objects",
        "read_only": "readOnly",
        "version": "version",
    }
    assert wire_names(DirectoryDefinition).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert DirectoryDefinition.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "get_directory_definition": ["self"],
        "discover": ["self"],
    }
    for name, expected in parameters.items():
        operation = getattr(DirectoryDefinitionOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
