"""What is said of `microsoft.graph.synchronizationMetadataEntry` on
`resources/synchronization-synchronizationmetadataentry.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationMetadataEntry, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationMetadataEntry",
    "key": "GalleryApplicationIdentifier",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.synchronizationMetadataEntry")
        is SynchronizationMetadataEntry
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(SynchronizationMetadataEntry).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationMetadataEntry.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
