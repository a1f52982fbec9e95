"""Tests of `objectMapping`, generated from
`resources/synchronization-objectmapping.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.objectMapping"
WIRE_NAMES = {
    "attribute_mappings": "attributeMappings",
    "enabled": "enabled",
    "flow_types": "flowTypes",
    "metadata": "metadata",
    "name": "name",
    "scope": "scope",
    "source_object_name": "sourceObjectName",
    "target_object_name": "targetObjectName",
}
SAMPLE: dict[str, object] = {
    "attributeMappings": [{"@odata.type": "microsoft.graph.attributeMapping"}],
    "enabled": True,
    "flowTypes": "None",
    "metadata": [{"@odata.type": "microsoft.graph.objectMappingMetadataEntry"}],
    "name": "Name",
    "scope": {"@odata.type": "microsoft.graph.filter"},
    "sourceObjectName": "Source object name",
    "targetObjectName": "Target object name",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ObjectMapping


def test_names_on_the_wire() -> None:
    names = wire_names(models.ObjectMapping)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ObjectMapping.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
