"""Tests of `run`, generated from `resources/provisioning-run.md`."""

from inspect import signature

from graph import models, operations, permissions, request_line, wire_names

TYPE = "microsoft.graph.provisioning.run"
OPERATIONS = "provisioning.run"
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
    "list": ["self", "connector_id"],
    "get": ["self", "connector_id", "run_id"],
    "cancel": ["self", "connector_id", "run_id", "if_match"],
    "repeat": ["self", "connector_id", "run_id", "reason", "step_names"],
    "steps_between": ["self", "connector_id", "run_id", "from_", "to", "top", "skip"],
    "get_log": ["self", "connector_id", "run_id", "range"],
    "set_job": ["self", "connector_id", "run_id", "reference"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {
        "GET /provisioning/connectors/connector_id/runs": {
            "connector_id": "connector_id",
        },
    },
    "get": {
        "GET /provisioning/connectors/connector_id/runs/run_id": {
            "connector_id": "connector_id",
            "run_id": "run_id",
        },
    },
    "cancel": {
        "POST /provisioning/connectors/connector_id/runs/run_id/cancel": {
            "connector_id": "connector_id",
            "run_id": "run_id",
        },
    },
    "repeat": {
        "POST /provisioning/connectors/connector_id/runs/run_id/repeat": {
            "connector_id": "connector_id",
            "run_id": "run_id",
        },
    },
    "steps_between": {
        "GET /provisioning/connectors/connector_id/runs/run_id/stepsBetween(from=from_,to=to)": {
            "connector_id": "connector_id",
            "run_id": "run_id",
            "from_": "from_",
            "to": "to",
        },
    },
    "get_log": {
        "GET /provisioning/connectors/connector_id/runs/run_id/log/$value": {
            "connector_id": "connector_id",
            "run_id": "run_id",
        },
    },
    "set_job": {
        "PUT /provisioning/connectors/connector_id/runs/run_id/job/$ref": {
            "connector_id": "connector_id",
            "run_id": "run_id",
        },
    },
}
LEAST_PRIVILEGED = {
    "list": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "get": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "cancel": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "repeat": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "steps_between": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "get_log": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "set_job": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
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
    async_protocol = operations.provisioning.AsyncRunOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters
        assert list(signature(getattr(async_protocol, name)).parameters) == parameters


def test_requests() -> None:
    for name, requests in REQUESTS.items():
        operation = f"{OPERATIONS}.{name}"
        for line, arguments in requests.items():
            assert request_line(operation, **arguments) == line


def test_permissions() -> None:
    for name, least_privileged in LEAST_PRIVILEGED.items():
        found = permissions(f"{OPERATIONS}.{name}")._asdict()
        for scheme, names in least_privileged.items():
            assert " + ".join(found[scheme][0]) == names


# Your own checks below this line are kept.
