"""Tests of `synchronizationTemplate`, generated from
`resources/synchronization-synchronizationtemplate.md`.
"""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.synchronizationTemplate"
WIRE_NAMES = {
    "application_id": "applicationId",
    "default": "default",
    "description": "description",
    "discoverable": "discoverable",
    "factory_tag": "factoryTag",
    "metadata": "metadata",
    "schema_": "schema",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationTemplate",
    "applicationId": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "default": True,
    "description": "Description",
    "discoverable": True,
    "factoryTag": "Factory tag",
    "id": "Id",
    "metadata": [{"@odata.type": "microsoft.graph.synchronizationMetadataEntry"}],
}
PARAMETERS = {
    "list_": ["self"],
    "get": ["self"],
    "update": ["self", "body"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationTemplate


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationTemplate)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationTemplate.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationTemplateOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
