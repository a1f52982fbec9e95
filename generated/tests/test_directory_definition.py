"""Tests of `directoryDefinition`, generated from
`resources/synchronization-directorydefinition.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call

TYPE = "microsoft.graph.directoryDefinition"
OPERATIONS = "directory_definition"
WIRE_NAMES = {
    "discoverabilities": "discoverabilities",
    "discovery_date_time": "discoveryDateTime",
    "name": "name",
    "objects": "objects",
    "read_only": "readOnly",
    "version": "version",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.directoryDefinition",
    "id": "Id",
    "discoverabilities": "None",
    "discoveryDateTime": "2021-06-01T12:34:56Z",
    "name": "Name",
    "objects": [{"@odata.type": "microsoft.graph.objectDefinition"}],
    "readOnly": True,
    "version": "Version",
}
PARAMETERS = {
    "get": ["self", "service_principal_id", "job_id", "directory_id"],
    "discover": ["self", "service_principal_id", "job_id", "directory_id"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema/directories/directory_id": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
            "directory_id": "directory_id",
        },
    },
    "discover": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema/directories/directory_id/discover": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
            "directory_id": "directory_id",
        },
    },
}
LEAST_PRIVILEGED = {
    "get": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "discover": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-directorydefinition-get.md#synchronization_directorydefinition_get": lambda client, _: client.directory_definition.get(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        "b3f8a1d2-0c6e-4b7f-8a35-91d2e0c4f5a6",
    ),
    "api/synchronization-directorydefinition-discover.md#synchronization_directorydefinition_discover": lambda client, _: client.directory_definition.discover(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        "b3f8a1d2-0c6e-4b7f-8a35-91d2e0c4f5a6",
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.DirectoryDefinition


def test_names_on_the_wire() -> None:
    names = wire_names(models.DirectoryDefinition)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.DirectoryDefinition.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.DirectoryDefinitionOperations
    async_protocol = operations.AsyncDirectoryDefinitionOperations
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
