"""What is said of `microsoft.graph.attributeMapping` on
`resources/synchronization-attributemapping.md`, held against its class.
"""

from graph import wire_names
from graph.models import AttributeMapping, lookup

SAMPLE: dict[str, object] = {
    "defaultValue": "String",
    "exportMissingReferences": True,
    "flowBehavior": "FlowWhenChanged",
    "flowType": "Always",
    "matchingPriority": 1024,
    "source": {
        "@odata.type": "microsoft.graph.attributeMappingSource",
    },
    "targetAttributeName": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.attributeMapping") is AttributeMapping


def test_names_on_the_wire() -> None:
    names = {
        "default_value": "defaultValue",
        "export_missing_references": "exportMissingReferences",
        "flow_behavior": "flowBehavior",
        "flow_type": "flowType",
        "matching_priority": "matchingPriority",
        "source": "source",
        "target_attribute_name": "targetAttributeName",
    }
    assert wire_names(AttributeMapping).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert AttributeMapping.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
