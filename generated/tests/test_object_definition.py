"""What is said of `microsoft.graph.objectDefinition` on
`resources/synchronization-objectdefinition.md`, held against its class.
"""

from graph import wire_names
from graph.models import ObjectDefinition, lookup

SAMPLE: dict[str, object] = {
    "attributes": [
        {
            "@odata.type": "microsoft.graph.attributeDefinition",
        },
    ],
    "metadata": [
        {
            "@odata.type": "microsoft.graph.objectDefinitionMetadataEntry",
        },
    ],
    "name": "String",
    "supportedApis": [
        "String",
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.objectDefinition") is ObjectDefinition


def test_names_on_the_wire() -> None:
    names = {
        "attributes": "attributes",
        "metadata": "metadata",
        "name": "name",
        "supported_apis": "supportedApis",
    }
    assert wire_names(ObjectDefinition).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ObjectDefinition.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
