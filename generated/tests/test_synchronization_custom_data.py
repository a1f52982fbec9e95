"""What is said of `microsoft.graph.synchronizationCustomData` on
`resources/synchronization-synchronizationcustomdata.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationCustomData, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationCustomData",
    "schemaUri": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.synchronizationCustomData") is SynchronizationCustomData
    )


def test_names_on_the_wire() -> None:
    names = {
        "schema_uri": "schemaUri",
    }
    assert wire_names(SynchronizationCustomData).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationCustomData.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
