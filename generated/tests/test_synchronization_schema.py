"""What is said of `microsoft.graph.synchronizationSchema` on
`resources/synchronization-synchronizationschema.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import SynchronizationSchema, lookup
from graph.operations import SynchronizationSchemaOperations

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


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationSchema") is SynchronizationSchema


def test_names_on_the_wire() -> None:
    names = {
        "synchronization_rules": "synchronizationRules",
        "version": "version",
        "directories": "directories",
    }
    assert wire_names(SynchronizationSchema).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationSchema.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "get_synchronization_schema": ["self"],
        "update_synchronization_schema": ["self", "body"],
        "filter_operators": ["self"],
        "functions": ["self"],
        "parse_expression": ["self"],
    }
    for name, expected in parameters.items():
        operation = getattr(SynchronizationSchemaOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
