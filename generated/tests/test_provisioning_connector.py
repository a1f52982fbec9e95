"""Tests of `provisioningConnector`, generated from
`resources/synchronization-provisioningconnector.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call, content, read, value

TYPE = "microsoft.graph.provisioningConnector"
OPERATIONS = "provisioning_connector"
WIRE_NAMES = {
    "agent_id": "agentId",
    "batch_size": "batchSize",
    "blackout_begins": "blackoutBegins",
    "blackout_length": "blackoutLength",
    "bytes_sent": "bytesSent",
    "certificate": "certificate",
    "certificate_expiration_date": "certificateExpirationDate",
    "cost_per_operation": "costPerOperation",
    "created_date_time": "createdDateTime",
    "custom_data": "customData",
    "display_name": "displayName",
    "error_rate": "errorRate",
    "is_enabled": "isEnabled",
    "retries": "retries",
    "tags": "tags",
    "throttling_factor": "throttlingFactor",
    "jobs": "jobs",
    "runs": "runs",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.provisioningConnector",
    "agentId": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "batchSize": 16,
    "blackoutBegins": "12:34:56",
    "blackoutLength": "PT1H30M",
    "bytesSent": 1024,
    "certificate": "AQID",
    "certificateExpirationDate": "2021-06-01",
    "costPerOperation": 0.5,
    "createdDateTime": "2021-06-01T12:34:56Z",
    "customData": {"@odata.type": "microsoft.graph.synchronizationCustomData"},
    "displayName": "Display name",
    "errorRate": 0.25,
    "id": "Id",
    "isEnabled": True,
    "retries": 2,
    "tags": ["Tags"],
    "throttlingFactor": 1.5,
}
PARAMETERS = {
    "list": [
        "self",
        "select",
        "filter",
        "orderby",
        "search",
        "top",
        "skip",
        "count",
        "consistency_level",
    ],
    "create": ["self", "body"],
    "get": [
        "self",
        "connector_id",
        "user_id",
        "at",
        "select",
        "expand",
        "if_none_match",
    ],
    "get_certificate": ["self", "connector_id", "if_none_match"],
    "upload_certificate": ["self", "connector_id", "content"],
    "update": ["self", "connector_id", "body", "if_match"],
    "delete": ["self", "connector_id"],
    "delta": ["self", "deltatoken", "skiptoken", "prefer"],
    "activity": ["self", "connector_id", "period", "date"],
    "get_limit": ["self", "connector_id", "at"],
    "list_jobs": ["self", "connector_id", "select", "top", "skip"],
    "add_job": ["self", "connector_id", "reference"],
    "remove_job": ["self", "connector_id", "job_id"],
    "test_connection": ["self", "connector_id", "wait", "protocol_versions"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {"GET /provisioning/connectors": {}},
    "create": {"POST /provisioning/connectors": {}},
    "get": {
        "GET /provisioning/connectors/connector_id": {"connector_id": "connector_id"},
        "GET /me/ownedConnectors/connector_id": {
            "connector_id": "connector_id",
            "at": "me",
        },
        "GET /users/user_id/ownedConnectors/connector_id": {
            "user_id": "user_id",
            "connector_id": "connector_id",
        },
    },
    "get_certificate": {
        "GET /provisioning/connectors/connector_id/certificate/$value": {
            "connector_id": "connector_id",
        },
    },
    "upload_certificate": {
        "PUT /provisioning/connectors/connector_id/certificate/$value": {
            "connector_id": "connector_id",
        },
    },
    "update": {
        "PATCH /provisioning/connectors/connector_id": {"connector_id": "connector_id"},
    },
    "delete": {
        "DELETE /provisioning/connectors/connector_id": {
            "connector_id": "connector_id",
        },
    },
    "delta": {"GET /provisioning/connectors/delta": {}},
    "activity": {
        "GET /provisioning/connectors/connector_id/activity(period='period')": {
            "connector_id": "connector_id",
            "period": "period",
        },
        "GET /provisioning/connectors/connector_id/activity(date=date)": {
            "connector_id": "connector_id",
            "date": "date",
        },
    },
    "get_limit": {
        "GET /provisioning/connectors/connector_id/limits/hourly": {
            "connector_id": "connector_id",
            "at": "hourly",
        },
        "GET /provisioning/connectors/connector_id/limits/daily": {
            "connector_id": "connector_id",
            "at": "daily",
        },
    },
    "list_jobs": {
        "GET /provisioning/connectors/connector_id/jobs": {
            "connector_id": "connector_id",
        },
    },
    "add_job": {
        "POST /provisioning/connectors/connector_id/jobs/$ref": {
            "connector_id": "connector_id",
        },
    },
    "remove_job": {
        "DELETE /provisioning/connectors/connector_id/jobs/job_id/$ref": {
            "connector_id": "connector_id",
            "job_id": "job_id",
        },
    },
    "test_connection": {
        "POST /provisioning/connectors/connector_id/testConnection": {
            "connector_id": "connector_id",
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
    "get_certificate": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "upload_certificate": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "update": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "delete": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "delta": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "activity": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "get_limit": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "list_jobs": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "add_job": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "remove_job": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "test_connection": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-provisioningconnector-list.md#synchronization_provisioningconnector_list": lambda client, _: client.provisioning_connector.list(),
    "api/synchronization-provisioningconnector-list.md#2": lambda client, _: client.provisioning_connector.list(
        select=["id", "displayName"],
        search='"displayName:payroll"',
        count=True,
        consistency_level="eventual",
    ),
    "api/synchronization-provisioningconnector-create.md#synchronization_provisioningconnector_create": lambda client, sent: client.provisioning_connector.create(
        read(models.ProvisioningConnector, sent)
    ),
    "api/synchronization-provisioningconnector-get.md#synchronization_provisioningconnector_get": lambda client, _: client.provisioning_connector.get(
        "c7d01b1e", at="me", select=["id", "displayName", "isEnabled"]
    ),
    "api/synchronization-provisioningconnector-get.md#2": lambda client, _: client.provisioning_connector.get_certificate(
        "c7d01b1e"
    ),
    "api/synchronization-provisioningconnector-put-certificate.md#1": lambda client, sent: client.provisioning_connector.upload_certificate(
        "c7d01b1e", content(sent)
    ),
    "api/synchronization-provisioningconnector-update.md#1": lambda client, sent: client.provisioning_connector.update(
        "c7d01b1e", read(models.ProvisioningConnector, sent), if_match='W/"8"'
    ),
    "api/synchronization-provisioningconnector-delete.md#1": lambda client, _: client.provisioning_connector.delete(
        "c7d01b1e"
    ),
    "api/synchronization-provisioningconnector-delta.md#synchronization_provisioningconnector_delta": lambda client, _: client.provisioning_connector.delta(
        deltatoken="b4c2e1"
    ),
    "api/synchronization-provisioningconnector-activity.md#1": lambda client, _: client.provisioning_connector.activity(
        "c7d01b1e", period="D7"
    ),
    "api/synchronization-provisioningconnector-limits.md#1": lambda client, _: client.provisioning_connector.get_limit(
        "c7d01b1e", at="daily"
    ),
    "api/synchronization-provisioningconnector-list-jobs.md#1": lambda client, _: client.provisioning_connector.list_jobs(
        "c7d01b1e", top=2
    ),
    "api/synchronization-provisioningconnector-post-jobs.md#1": lambda client, _: client.provisioning_connector.add_job(
        "c7d01b1e",
        "https://graph.microsoft.com/v1.0/servicePrincipals/60443998-8cf7-4e61-b05c-a53b658cb5e1/synchronization/jobs/scim.8b1f0c4e2d.6a70",
    ),
    "api/synchronization-provisioningconnector-delete-jobs.md#1": lambda client, _: client.provisioning_connector.remove_job(
        "c7d01b1e", "scim.8b1f0c4e2d.6a70"
    ),
    "api/synchronization-provisioningconnector-testconnection.md#1": lambda client, sent: client.provisioning_connector.test_connection(
        "c7d01b1e",
        wait=value("Edm.Duration", "PT5S"),
        protocol_versions=sent["protocolVersions"],
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ProvisioningConnector


def test_names_on_the_wire() -> None:
    names = wire_names(models.ProvisioningConnector)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ProvisioningConnector.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.ProvisioningConnectorOperations
    async_protocol = operations.AsyncProvisioningConnectorOperations
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
