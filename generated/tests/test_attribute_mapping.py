"""Tests of `attributeMapping`, generated from
`resources/synchronization-attributemapping.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.attributeMapping"
WIRE_NAMES = {
    "default_value": "defaultValue",
    "export_missing_references": "exportMissingReferences",
    "flow_behavior": "flowBehavior",
    "flow_type": "flowType",
    "matching_priority": "matchingPriority",
    "source": "source",
    "target_attribute_name": "targetAttributeName",
}
SAMPLE: dict[str, object] = {
    "defaultValue": "Default value",
    "exportMissingReferences": True,
    "flowBehavior": "FlowWhenChanged",
    "flowType": "Always",
    "matchingPriority": 1024,
    "source": {"@odata.type": "microsoft.graph.attributeMappingSource"},
    "targetAttributeName": "Target attribute name",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.AttributeMapping


def test_names_on_the_wire() -> None:
    names = wire_names(models.AttributeMapping)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.AttributeMapping.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
