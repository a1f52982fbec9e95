"""What is said of `microsoft.graph.attributeDefinitionMetadataEntry` on
`resources/synchronization-attributedefinitionmetadataentry.md`, held against its class.
"""

from graph import wire_names
from graph.models import AttributeDefinitionMetadataEntry, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.attributeDefinitionMetadataEntry",
    "key": "BaseAttributeName",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.attributeDefinitionMetadataEntry")
        is AttributeDefinitionMetadataEntry
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(AttributeDefinitionMetadataEntry).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert AttributeDefinitionMetadataEntry.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
