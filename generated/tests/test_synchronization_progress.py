"""Tests of `synchronizationProgress`, generated from
`resources/synchronization-synchronizationprogress.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationProgress"
WIRE_NAMES = {
    "completed_units": "completedUnits",
    "progress_observation_date_time": "progressObservationDateTime",
    "total_units": "totalUnits",
    "units": "units",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationProgress",
    "completedUnits": 1024,
    "progressObservationDateTime": "2021-06-01T12:34:56Z",
    "totalUnits": 1024,
    "units": "Units",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationProgress


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationProgress)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationProgress.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
