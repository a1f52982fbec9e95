"""What is said of `microsoft.graph.synchronizationProgress` on
`resources/synchronization-synchronizationprogress.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationProgress, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationProgress",
    "completedUnits": 1024,
    "progressObservationDateTime": "2021-06-01T12:34:56Z",
    "totalUnits": 1024,
    "units": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationProgress") is SynchronizationProgress


def test_names_on_the_wire() -> None:
    names = {
        "completed_units": "completedUnits",
        "progress_observation_date_time": "progressObservationDateTime",
        "total_units": "totalUnits",
        "units": "units",
    }
    assert wire_names(SynchronizationProgress).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationProgress.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
