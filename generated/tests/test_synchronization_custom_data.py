"""Tests of `synchronizationCustomData`, generated from
`resources/synchronization-synchronizationcustomdata.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationCustomData"
WIRE_NAMES = {
    "schema_uri": "schemaUri",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationCustomData",
    "schemaUri": "Schema uri",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationCustomData


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationCustomData)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationCustomData.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
