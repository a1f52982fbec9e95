"""What is said of `microsoft.graph.provisioning.runStep` on
`resources/provisioning-runstep.md`, held against its class.
"""

from graph import wire_names
from graph.models import lookup
from graph.models.provisioning import RunStep

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
    assert lookup("microsoft.graph.provisioning.runStep") is RunStep


def test_names_on_the_wire() -> None:
    names = {
        "elapsed": "elapsed",
        "error": "error",
        "name": "name",
        "outcome": "outcome",
    }
    assert wire_names(RunStep).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert RunStep.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
