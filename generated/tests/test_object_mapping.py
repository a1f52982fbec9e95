"""What is said of `microsoft.graph.objectMapping` on
`resources/synchronization-objectmapping.md`, held against its class.
"""

from graph import wire_names
from graph.models import ObjectMapping, lookup

SAMPLE: dict[str, object] = {
    "attributeMappings": [
        {
            "@odata.type": "microsoft.graph.attributeMapping",
        },
    ],
    "enabled": True,
    "flowTypes": "None",
    "metadata": [
        {
            "@odata.type": "microsoft.graph.objectMappingMetadataEntry",
        },
    ],
    "name": "String",
    "scope": {
        "@odata.type": "microsoft.graph.filter",
    },
    "sourceObjectName": "String",
    "targetObjectName": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.objectMapping") is ObjectMapping


def test_names_on_the_wire() -> None:
    names = {
        "attribute_mappings": "attributeMappings",
        "enabled": "enabled",
        "flow_types": "flowTypes",
        "metadata": "metadata",
        "name": "name",
        "scope": "scope",
        "source_object_name": "sourceObjectName",
        "target_object_name": "targetObjectName",
    }
    assert wire_names(ObjectMapping).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ObjectMapping.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
