"""Tests of `bulkUpload`, generated from `resources/synchronization-bulkupload.md`."""

from inspect import signature

from graph import models, operations, permissions, request_line

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


# Your own checks below this line are kept.
