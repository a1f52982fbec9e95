"""What `resources/provisioning-runstep.md` says of `runStep`."""

from graph import wire_names
from graph.models import lookup
from graph.models.provisioning import RunStep

TYPE = "microsoft.graph.provisioning.runStep"
WIRE_NAMES = {
    "elapsed": "elapsed",
    "error": "error",
    "name": "name",
    "outcome": "outcome",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.provisioning.runStep",
    "elapsed": "PT1H30M",
    "error": {
        "@odata.type": "microsoft.graph.synchronizationError",
    },
    "name": "String",
    "outcome": "completed",
}


def test_type_name() -> None:
    assert lookup(TYPE) is RunStep


def test_names_on_the_wire() -> None:
    names = wire_names(RunStep)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = RunStep.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
