"""What is said of `microsoft.graph.synchronizationQuarantine` on
`resources/synchronization-synchronizationquarantine.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationQuarantine, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationQuarantine",
    "currentBegan": "2021-06-01T12:34:56Z",
    "error": {
        "@odata.type": "microsoft.graph.synchronizationError",
    },
    "nextAttempt": "2021-06-01T12:34:56Z",
    "reason": "EncounteredBaseEscrowThreshold",
    "seriesBegan": "2021-06-01T12:34:56Z",
    "seriesCount": 1024,
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.synchronizationQuarantine") is SynchronizationQuarantine
    )


def test_names_on_the_wire() -> None:
    names = {
        "current_began": "currentBegan",
        "error": "error",
        "next_attempt": "nextAttempt",
        "reason": "reason",
        "series_began": "seriesBegan",
        "series_count": "seriesCount",
    }
    assert wire_names(SynchronizationQuarantine).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationQuarantine.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
