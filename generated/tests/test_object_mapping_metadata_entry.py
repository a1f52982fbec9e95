"""What is said of `microsoft.graph.objectMappingMetadataEntry` on
`resources/synchronization-objectmappingmetadataentry.md`, held against its class.
"""

from graph import wire_names
from graph.models import ObjectMappingMetadataEntry, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.objectMappingMetadataEntry",
    "key": "EscrowBehavior",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.objectMappingMetadataEntry")
        is ObjectMappingMetadataEntry
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(ObjectMappingMetadataEntry).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ObjectMappingMetadataEntry.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
