"""Tests of `synchronizationSchedule`, generated from
`resources/synchronization-synchronizationschedule.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationSchedule"
WIRE_NAMES = {
    "expiration": "expiration",
    "interval": "interval",
    "state": "state",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSchedule",
    "expiration": "2021-06-01T12:34:56Z",
    "interval": "PT1H30M",
    "state": "Active",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationSchedule


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationSchedule)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationSchedule.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
