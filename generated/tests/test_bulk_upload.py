"""Tests of `bulkUpload`, generated from `resources/synchronization-bulkupload.md`."""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line
from graph.testing import Calls, check_async_call, check_call

TYPE = "microsoft.graph.bulkUpload"
OPERATIONS = "bulk_upload"
SAMPLE: dict[str, object] = {"@odata.type": "#microsoft.graph.bulkUpload"}
PARAMETERS = {
    "get": ["self", "service_principal_id", "job_id"],
    "delete": ["self", "service_principal_id", "job_id"],
    "upload": [
        "self",
        "service_principal_id",
        "job_id",
        "fail_on_errors",
        "operations",
    ],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id/bulkUpload": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "delete": {
        "DELETE /servicePrincipals/service_principal_id/synchronization/jobs/job_id/bulkUpload": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "upload": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/bulkUpload/upload": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
}
LEAST_PRIVILEGED = {
    "get": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "delete": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "upload": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-bulkupload-get.md#synchronization_bulkupload_get": lambda client, _: client.bulk_upload.get(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-bulkupload-delete.md#synchronization_bulkupload_delete": lambda client, _: client.bulk_upload.delete(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-bulkupload-upload.md#synchronization_bulkupload_upload": lambda client, sent: client.bulk_upload.upload(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        fail_on_errors=10,
        operations=sent["operations"],
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.BulkUpload


def test_sample_is_written_as_it_was_read() -> None:
    model = models.BulkUpload.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.BulkUploadOperations
    async_protocol = operations.AsyncBulkUploadOperations
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
