"""What is said of `microsoft.graph.provisioning.run` on
`resources/provisioning-run.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import lookup
from graph.models.provisioning import Run
from graph.operations.provisioning import RunOperations

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.provisioning.run",
    "@odata.etag": "String",
    "from": "2021-06-01T12:34:56Z",
    "id": "String (identifier)",
    "legacyRunId": 1024,
    "outcome": "completed",
    "statusCode": "NotConfigured",
    "steps": [
        {
            "@odata.type": "microsoft.graph.provisioning.runStep",
        },
    ],
    "to": "2021-06-01T12:34:56Z",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.provisioning.run") is Run


def test_names_on_the_wire() -> None:
    names = {
        "odata_etag": "@odata.etag",
        "from_": "from",
        "legacy_run_id": "legacyRunId",
        "outcome": "outcome",
        "status_code": "statusCode",
        "steps": "steps",
        "to": "to",
        "connector": "connector",
        "job": "job",
    }
    assert wire_names(Run).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert Run.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "list_runs": ["self"],
        "get_run": ["self"],
        "run_cancel": ["self"],
    }
    for name, expected in parameters.items():
        operation = getattr(RunOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
