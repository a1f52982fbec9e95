"""What `resources/synchronization-synchronization.md` says of `synchronization`."""

from inspect import signature

from graph import wire_names
from graph.models import Synchronization, lookup
from graph.operations import SynchronizationOperations

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
    "version": "String",
    "secrets": [
        {
            "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair",
        },
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
    assert lookup(TYPE) is Synchronization


def test_names_on_the_wire() -> None:
    names = wire_names(Synchronization)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = Synchronization.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    for name, parameters in PARAMETERS.items():
        operation = getattr(SynchronizationOperations, name)
        assert list(signature(operation).parameters) == parameters


# Your own checks below this line are kept.
