"""Tests of `synchronizationJob`, generated from
`resources/synchronization-synchronizationjob.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call, read

TYPE = "microsoft.graph.synchronizationJob"
OPERATIONS = "synchronization_job"
WIRE_NAMES = {
    "schedule": "schedule",
    "status": "status",
    "synchronization_job_settings": "synchronizationJobSettings",
    "template_id": "templateId",
    "bulk_upload": "bulkUpload",
    "schema_": "schema",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationJob",
    "id": "Id",
    "schedule": {"@odata.type": "microsoft.graph.synchronizationSchedule"},
    "status": {"@odata.type": "microsoft.graph.synchronizationStatus"},
    "synchronizationJobSettings": [{"@odata.type": "microsoft.graph.keyValuePair"}],
    "templateId": "Template id",
}
PARAMETERS = {
    "list": ["self", "service_principal_id", "select", "filter"],
    "create": ["self", "service_principal_id", "body"],
    "get": ["self", "service_principal_id", "job_id", "select"],
    "delete": ["self", "service_principal_id", "job_id"],
    "validate_credentials": [
        "self",
        "service_principal_id",
        "job_id",
        "credentials",
        "use_saved_credentials",
    ],
    "start": ["self", "service_principal_id", "job_id"],
    "pause": ["self", "service_principal_id", "job_id"],
    "restart": ["self", "service_principal_id", "job_id", "forget"],
    "provision_on_demand": [
        "self",
        "service_principal_id",
        "job_id",
        "object_ids",
        "rule_id",
    ],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs": {
            "service_principal_id": "service_principal_id",
        },
    },
    "create": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs": {
            "service_principal_id": "service_principal_id",
        },
    },
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "delete": {
        "DELETE /servicePrincipals/service_principal_id/synchronization/jobs/job_id": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "validate_credentials": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/validateCredentials": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "start": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/start": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "pause": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/pause": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "restart": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/restart": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "provision_on_demand": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/provisionOnDemand": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
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
    "delete": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "validate_credentials": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "start": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "pause": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "restart": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "provision_on_demand": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-synchronizationjob-list.md#synchronization_synchronizationjob_list": lambda client, _: client.synchronization_job.list(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1"
    ),
    "api/synchronization-synchronizationjob-create.md#synchronization_synchronizationjob_create": lambda client, sent: client.synchronization_job.create(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", read(models.SynchronizationJob, sent)
    ),
    "api/synchronization-synchronizationjob-get.md#synchronization_synchronizationjob_get": lambda client, _: client.synchronization_job.get(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-synchronizationjob-delete.md#synchronization_synchronizationjob_delete": lambda client, _: client.synchronization_job.delete(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-synchronizationjob-validatecredentials.md#synchronization_synchronizationjob_validatecredentials": lambda client, sent: client.synchronization_job.validate_credentials(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        credentials=[
            read(models.SynchronizationSecretKeyStringValuePair, one)
            for one in sent["credentials"]
        ],
        use_saved_credentials=False,
    ),
    "api/synchronization-synchronizationjob-start.md#synchronization_synchronizationjob_start": lambda client, _: client.synchronization_job.start(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-synchronizationjob-pause.md#synchronization_synchronizationjob_pause": lambda client, _: client.synchronization_job.pause(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-synchronizationjob-restart.md#synchronization_synchronizationjob_restart": lambda client, sent: client.synchronization_job.restart(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        forget=sent["forget"],
    ),
    "api/synchronization-synchronizationjob-provisionondemand.md#synchronization_synchronizationjob_provisionondemand": lambda client, sent: client.synchronization_job.provision_on_demand(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        object_ids=sent["objectIds"],
        rule_id="4c5ecfa1-a072-4460-b1c3-4adde3479854",
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationJob


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationJob)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationJob.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationJobOperations
    async_protocol = operations.AsyncSynchronizationJobOperations
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
