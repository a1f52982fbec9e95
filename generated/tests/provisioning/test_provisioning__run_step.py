"""Tests of `runStep`, generated from `resources/provisioning-runstep.md`."""

from graph import models, wire_names

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
    "error": {"@odata.type": "microsoft.graph.synchronizationError"},
    "name": "Name",
    "outcome": "completed",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.provisioning.RunStep


def test_names_on_the_wire() -> None:
    names = wire_names(models.provisioning.RunStep)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.provisioning.RunStep.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
