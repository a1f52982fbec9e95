"""Tests of `synchronizationSchema`, generated from
`resources/synchronization-synchronizationschema.md`.
"""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.synchronizationSchema"
WIRE_NAMES = {
    "synchronization_rules": "synchronizationRules",
    "version": "version",
    "directories": "directories",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSchema",
    "id": "Id",
    "synchronizationRules": [{"@odata.type": "microsoft.graph.synchronizationRule"}],
    "version": "Version",
}
PARAMETERS = {
    "get_synchronization_schema": ["self"],
    "update_synchronization_schema": ["self", "body"],
    "filter_operators": ["self"],
    "functions": ["self"],
    "parse_expression": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationSchema


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationSchema)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationSchema.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationSchemaOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
