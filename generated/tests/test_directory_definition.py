"""What `resources/synchronization-directorydefinition.md` says of
`directoryDefinition`.
"""

from inspect import signature

from graph import wire_names
from graph.models import DirectoryDefinition, lookup
from graph.operations import DirectoryDefinitionOperations

TYPE = "microsoft.graph.directoryDefinition"
WIRE_NAMES = {
    "discoverabilities": "discoverabilities",
    "discovery_date_time": "discoveryDateTime",
    "name": "name",
    "objects": "objects",
    "read_only": "readOnly",
    "version": "version",
}
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
PARAMETERS = {
    "get_directory_definition": ["self"],
    "discover": ["self"],
}


def test_type_name() -> None:
    assert lookup(TYPE) is DirectoryDefinition


def test_names_on_the_wire() -> None:
    names = wire_names(DirectoryDefinition)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = DirectoryDefinition.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    for name, parameters in PARAMETERS.items():
        operation = getattr(DirectoryDefinitionOperations, name)
        assert list(signature(operation).parameters) == parameters


# Your own checks below this line are kept.
