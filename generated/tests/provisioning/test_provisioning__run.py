"""Tests of `run`, generated from `resources/provisioning-run.md`."""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.provisioning.run"
WIRE_NAMES = {
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
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.provisioning.run",
    "@odata.etag": "Odata etag",
    "from": "2021-06-01T12:34:56Z",
    "id": "Id",
    "legacyRunId": 1024,
    "outcome": "completed",
    "statusCode": "NotConfigured",
    "steps": [{"@odata.type": "microsoft.graph.provisioning.runStep"}],
    "to": "2021-06-01T12:34:56Z",
}
PARAMETERS = {
    "list_runs": ["self"],
    "get_run": ["self"],
    "run_cancel": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.provisioning.Run


def test_names_on_the_wire() -> None:
    names = wire_names(models.provisioning.Run)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.provisioning.Run.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.provisioning.RunOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
