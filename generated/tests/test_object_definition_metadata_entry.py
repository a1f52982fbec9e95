"""What is said of `microsoft.graph.objectDefinitionMetadataEntry` on
`resources/synchronization-objectdefinitionmetadataentry.md`, held against its class.
"""

from graph import wire_names
from graph.models import ObjectDefinitionMetadataEntry, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.objectDefinitionMetadataEntry",
    "key": "PropertyNameAccountEnabled",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.objectDefinitionMetadataEntry")
        is ObjectDefinitionMetadataEntry
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(ObjectDefinitionMetadataEntry).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert ObjectDefinitionMetadataEntry.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
