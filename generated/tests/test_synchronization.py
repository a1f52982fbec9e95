"""Tests of `synchronization`, generated from
`resources/synchronization-synchronization.md`.
"""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.synchronization"
WIRE_NAMES = {
    "id": "id",
    "secrets": "secrets",
    "version": "version",
    "jobs": "jobs",
    "templates": "templates",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronization",
    "version": "Version",
    "secrets": [
        {"@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair"},
    ],
}
PARAMETERS = {
    "list_synchronizations": ["self"],
    "create_synchronization": ["self", "body"],
    "get_synchronization": ["self"],
    "update_synchronization": ["self", "body"],
    "delete_synchronization": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Synchronization


def test_names_on_the_wire() -> None:
    names = wire_names(models.Synchronization)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.Synchronization.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
