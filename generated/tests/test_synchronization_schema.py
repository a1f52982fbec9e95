"""What `resources/synchronization-synchronizationschema.md` says of
`synchronizationSchema`.
"""

from inspect import signature

from graph import wire_names
from graph.models import SynchronizationSchema, lookup
from graph.operations import SynchronizationSchemaOperations

TYPE = "microsoft.graph.synchronizationSchema"
WIRE_NAMES = {
    "synchronization_rules": "synchronizationRules",
    "version": "version",
    "directories": "directories",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSchema",
    "id": "String (identifier)",
    "synchronizationRules": [
        {
            "@odata.type": "microsoft.graph.synchronizationRule",
        },
    ],
    "version": "String",
}
PARAMETERS = {
    "get_synchronization_schema": ["self"],
    "update_synchronization_schema": ["self", "body"],
    "filter_operators": ["self"],
    "functions": ["self"],
    "parse_expression": ["self"],
}


def test_type_name() -> None:
    assert lookup(TYPE) is SynchronizationSchema


def test_names_on_the_wire() -> None:
    names = wire_names(SynchronizationSchema)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = SynchronizationSchema.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    for name, parameters in PARAMETERS.items():
        operation = getattr(SynchronizationSchemaOperations, name)
        assert list(signature(operation).parameters) == parameters


# Your own checks below this line are kept.
