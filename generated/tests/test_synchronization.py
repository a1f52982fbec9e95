"""What is said of `microsoft.graph.synchronization` on
`resources/synchronization-synchronization.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import Synchronization, lookup
from graph.operations import SynchronizationOperations

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronization",
    "version": "String",
    "secrets": [
        {
            "@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair",
        },
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronization") is Synchronization


def test_names_on_the_wire() -> None:
    names = {
        "id": "id",
        "secrets": "secrets",
        "version": "version",
        "jobs": "jobs",
        "templates": "templates",
    }
    assert wire_names(Synchronization).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert Synchronization.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "list_synchronizations": ["self"],
        "create_synchronization": ["self", "body"],
        "get_synchronization": ["self"],
        "update_synchronization": ["self", "body"],
        "delete_synchronization": ["self"],
    }
    for name, expected in parameters.items():
        operation = getattr(SynchronizationOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
