"""Tests of `synchronizationQuarantine`, generated from
`resources/synchronization-synchronizationquarantine.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationQuarantine"
WIRE_NAMES = {
    "current_began": "currentBegan",
    "error": "error",
    "next_attempt": "nextAttempt",
    "reason": "reason",
    "series_began": "seriesBegan",
    "series_count": "seriesCount",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationQuarantine",
    "currentBegan": "2021-06-01T12:34:56Z",
    "error": {"@odata.type": "microsoft.graph.synchronizationError"},
    "nextAttempt": "2021-06-01T12:34:56Z",
    "reason": "EncounteredBaseEscrowThreshold",
    "seriesBegan": "2021-06-01T12:34:56Z",
    "seriesCount": 1024,
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationQuarantine


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationQuarantine)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationQuarantine.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
