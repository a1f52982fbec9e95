"""Tests of `attributeDefinitionMetadataEntry`, generated from
`resources/synchronization-attributedefinitionmetadataentry.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.attributeDefinitionMetadataEntry"
WIRE_NAMES = {
    "key": "key",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.attributeDefinitionMetadataEntry",
    "key": "BaseAttributeName",
    "value": "Value",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.AttributeDefinitionMetadataEntry


def test_names_on_the_wire() -> None:
    names = wire_names(models.AttributeDefinitionMetadataEntry)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.AttributeDefinitionMetadataEntry.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
