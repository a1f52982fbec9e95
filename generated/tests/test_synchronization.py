"""Tests of `synchronization`, generated from
`resources/synchronization-synchronization.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call, read

TYPE = "microsoft.graph.synchronization"
OPERATIONS = "synchronization"
WIRE_NAMES = {
    "id": "id",
    "secrets": "secrets",
    "version": "version",
    "jobs": "jobs",
    "templates": "templates",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronization",
    "version": "Version",
    "secrets": [
        {"@odata.type": "microsoft.graph.synchronizationSecretKeyStringValuePair"},
    ],
}
PARAMETERS = {
    "list": ["self", "service_principal_id", "select", "top"],
    "create": ["self", "service_principal_id", "body"],
    "get": ["self", "service_principal_id", "application_id"],
    "update": ["self", "body", "service_principal_id", "application_id"],
    "delete": ["self", "service_principal_id"],
    "update_secrets": ["self", "service_principal_id", "application_id", "value"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {
        "GET /servicePrincipals/service_principal_id/synchronizations": {
            "service_principal_id": "service_principal_id",
        },
    },
    "create": {
        "POST /servicePrincipals/service_principal_id/synchronizations": {
            "service_principal_id": "service_principal_id",
        },
    },
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization": {
            "service_principal_id": "service_principal_id",
        },
        "GET /applications/application_id/synchronization": {
            "application_id": "application_id",
        },
    },
    "update": {
        "PATCH /servicePrincipals/service_principal_id/synchronization": {
            "service_principal_id": "service_principal_id",
        },
        "PATCH /applications/application_id/synchronization": {
            "application_id": "application_id",
        },
    },
    "delete": {
        "DELETE /servicePrincipals/service_principal_id/synchronization": {
            "service_principal_id": "service_principal_id",
        },
    },
    "update_secrets": {
        "PUT /servicePrincipals/service_principal_id/synchronization/secrets": {
            "service_principal_id": "service_principal_id",
        },
        "PUT /applications/application_id/synchronization/secrets": {
            "application_id": "application_id",
        },
    },
}
LEAST_PRIVILEGED = {
    "list": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "create": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "get": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "update": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "delete": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "update_secrets": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-synchronization-list.md#synchronization_synchronization_list": lambda client, _: client.synchronization.list(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1"
    ),
    "api/synchronization-synchronization-create.md#synchronization_synchronization_create": lambda client, sent: client.synchronization.create(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", read(models.Synchronization, sent)
    ),
    "api/synchronization-synchronization-get.md#synchronization_synchronization_get": lambda client, _: client.synchronization.get(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1"
    ),
    "api/synchronization-synchronization-update.md#synchronization_synchronization_update": lambda client, sent: client.synchronization.update(
        read(models.Synchronization, sent),
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
    ),
    "api/synchronization-synchronization-delete.md#synchronization_synchronization_delete": lambda client, _: client.synchronization.delete(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1"
    ),
    "api/synchronization-synchronization-put-secrets.md#1": lambda client, sent: client.synchronization.update_secrets(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
        value=[
            read(models.SynchronizationSecretKeyStringValuePair, one)
            for one in sent["value"]
        ],
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Synchronization


def test_names_on_the_wire() -> None:
    names = wire_names(models.Synchronization)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.Synchronization.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationOperations
    async_protocol = operations.AsyncSynchronizationOperations
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
