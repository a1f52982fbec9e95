"""What is said of `microsoft.graph.synchronizationTemplate` on
`resources/synchronization-synchronizationtemplate.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import SynchronizationTemplate, lookup
from graph.operations import SynchronizationTemplateOperations

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationTemplate",
    "applicationId": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "default": True,
    "description": "String",
    "discoverable": True,
    "factoryTag": "String",
    "id": "String (identifier)",
    "metadata": [
        {
            "@odata.type": "microsoft.graph.synchronizationMetadataEntry",
        },
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationTemplate") is SynchronizationTemplate


def test_names_on_the_wire() -> None:
    names = {
        "application_id": "applicationId",
        "default": "default",
        "description": "description",
        "discoverable": "discoverable",
        "factory_tag": "factoryTag",
        "metadata": "metadata",
        "schema_": "schema",
    }
    assert wire_names(SynchronizationTemplate).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationTemplate.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "list_": ["self"],
        "get": ["self"],
        "update": ["self", "body"],
    }
    for name, expected in parameters.items():
        operation = getattr(SynchronizationTemplateOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
