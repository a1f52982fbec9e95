"""Tests of `run`, generated from `resources/provisioning-run.md`."""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call

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
CALLS: Calls = {
    "api/provisioning-run-list.md#provisioning_run_list": lambda client, _: client.provisioning.run.list(
        "c7d01b1e"
    ),
    "api/provisioning-run-get.md#provisioning_run_get": lambda client, _: client.provisioning.run.get(
        "c7d01b1e", "run-20240311-080004"
    ),
    "api/provisioning-run-cancel.md#provisioning_run_cancel": lambda client, _: client.provisioning.run.cancel(
        "c7d01b1e", "run-20240311-080004"
    ),
    "api/provisioning-run-repeat.md#1": lambda client, sent: client.provisioning.run.repeat(
        "c7d01b1e",
        "run-20240311-080004",
        reason="The target was closed.",
        step_names=sent["stepNames"],
    ),
    "api/provisioning-run-stepsbetween.md#1": lambda client, _: client.provisioning.run.steps_between(
        "c7d01b1e",
        "run-20240311-080004",
        from_="2024-03-11T08:00:00Z",
        to="2024-03-11T08:01:00Z",
    ),
    "api/provisioning-run-log.md#1": lambda client, _: client.provisioning.run.get_log(
        "c7d01b1e", "run-20240311-080004"
    ),
    "api/provisioning-run-setjob.md#1": lambda client, _: client.provisioning.run.set_job(
        "c7d01b1e",
        "run-20240311-080004",
        "https://graph.microsoft.com/v1.0/servicePrincipals/60443998-8cf7-4e61-b05c-a53b658cb5e1/synchronization/jobs/scim.8b1f0c4e2d.6a70",
    ),
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


@pytest.mark.parametrize("example", CALLS, ids=str)
def test_call_as_documented(example: str) -> None:
    check_call(CALLS, example)


@pytest.mark.parametrize("example", CALLS, ids=str)
def test_async_call_as_documented(example: str) -> None:
    check_async_call(CALLS, example)


# Your own checks below this line are kept.
