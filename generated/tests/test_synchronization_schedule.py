"""What is said of `microsoft.graph.synchronizationSchedule` on
`resources/synchronization-synchronizationschedule.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationSchedule, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSchedule",
    "expiration": "2021-06-01T12:34:56Z",
    "interval": "PT1H30M",
    "state": "Active",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationSchedule") is SynchronizationSchedule


def test_names_on_the_wire() -> None:
    names = {
        "expiration": "expiration",
        "interval": "interval",
        "state": "state",
    }
    assert wire_names(SynchronizationSchedule).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationSchedule.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
