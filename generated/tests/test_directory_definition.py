"""Tests of `directoryDefinition`, generated from
`resources/synchronization-directorydefinition.md`.
"""

from inspect import signature

from graph import models, operations, wire_names

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
    "id": "Id",
    "discoverabilities": "None",
    "discoveryDateTime": "2021-06-01T12:34:56Z",
    "name": "Name",
    "objects": [{"@odata.type": "microsoft.graph.objectDefinition"}],
    "readOnly": True,
    "version": "Version",
}
PARAMETERS = {
    "get_directory_definition": ["self"],
    "discover": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.DirectoryDefinition


def test_names_on_the_wire() -> None:
    names = wire_names(models.DirectoryDefinition)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.DirectoryDefinition.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.DirectoryDefinitionOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
