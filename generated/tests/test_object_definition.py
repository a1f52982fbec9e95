"""Tests of `objectDefinition`, generated from
`resources/synchronization-objectdefinition.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.objectDefinition"
WIRE_NAMES = {
    "attributes": "attributes",
    "metadata": "metadata",
    "name": "name",
    "supported_apis": "supportedApis",
}
SAMPLE: dict[str, object] = {
    "attributes": [{"@odata.type": "microsoft.graph.attributeDefinition"}],
    "metadata": [{"@odata.type": "microsoft.graph.objectDefinitionMetadataEntry"}],
    "name": "Name",
    "supportedApis": ["Supported apis"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ObjectDefinition


def test_names_on_the_wire() -> None:
    names = wire_names(models.ObjectDefinition)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ObjectDefinition.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
