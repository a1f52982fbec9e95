"""Tests of `synchronizationSchema`, generated from
`resources/synchronization-synchronizationschema.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call, read

TYPE = "microsoft.graph.synchronizationSchema"
OPERATIONS = "synchronization_schema"
WIRE_NAMES = {
    "synchronization_rules": "synchronizationRules",
    "version": "version",
    "directories": "directories",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSchema",
    "id": "Id",
    "synchronizationRules": [{"@odata.type": "microsoft.graph.synchronizationRule"}],
    "version": "Version",
}
PARAMETERS = {
    "get": [
        "self",
        "service_principal_id",
        "job_id",
        "application_id",
        "template_id",
        "expand",
    ],
    "update": ["self", "service_principal_id", "job_id", "body", "if_match"],
    "filter_operators": [
        "self",
        "service_principal_id",
        "job_id",
        "application_id",
        "template_id",
    ],
    "functions": [
        "self",
        "service_principal_id",
        "job_id",
        "application_id",
        "template_id",
    ],
    "parse_expression": [
        "self",
        "service_principal_id",
        "job_id",
        "application_id",
        "template_id",
        "expression",
        "target_attribute_name",
    ],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
        "GET /applications/application_id/synchronization/templates/template_id/schema": {
            "application_id": "application_id",
            "template_id": "template_id",
        },
    },
    "update": {
        "PUT /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
    },
    "filter_operators": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema/filterOperators": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
        "GET /applications/application_id/synchronization/templates/template_id/schema/filterOperators": {
            "application_id": "application_id",
            "template_id": "template_id",
        },
    },
    "functions": {
        "GET /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema/functions": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
        "GET /applications/application_id/synchronization/templates/template_id/schema/functions": {
            "application_id": "application_id",
            "template_id": "template_id",
        },
    },
    "parse_expression": {
        "POST /servicePrincipals/service_principal_id/synchronization/jobs/job_id/schema/parseExpression": {
            "service_principal_id": "service_principal_id",
            "job_id": "job_id",
        },
        "POST /applications/application_id/synchronization/templates/template_id/schema/parseExpression": {
            "application_id": "application_id",
            "template_id": "template_id",
        },
    },
}
LEAST_PRIVILEGED = {
    "get": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "update": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
    "filter_operators": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "functions": {
        "delegated_work": "Synchronization.Read.All",
        "application": "Synchronization.Read.All",
    },
    "parse_expression": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-synchronizationschema-get.md#synchronization_synchronizationschema_get": lambda client, _: client.synchronization_schema.get(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
        job_id="scim.8b1f0c4e2d.6a70",
    ),
    "api/synchronization-synchronizationschema-update.md#synchronization_synchronizationschema_update": lambda client, sent: client.synchronization_schema.update(
        "60443998-8cf7-4e61-b05c-a53b658cb5e1",
        "scim.8b1f0c4e2d.6a70",
        read(models.SynchronizationSchema, sent),
    ),
    "api/synchronization-synchronizationschema-filteroperators.md#synchronization_synchronizationschema_filteroperators": lambda client, _: client.synchronization_schema.filter_operators(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
        job_id="scim.8b1f0c4e2d.6a70",
    ),
    "api/synchronization-synchronizationschema-functions.md#synchronization_synchronizationschema_functions": lambda client, _: client.synchronization_schema.functions(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
        job_id="scim.8b1f0c4e2d.6a70",
    ),
    "api/synchronization-synchronizationschema-parseexpression.md#synchronization_synchronizationschema_parseexpression": lambda client, _: client.synchronization_schema.parse_expression(
        service_principal_id="60443998-8cf7-4e61-b05c-a53b658cb5e1",
        job_id="scim.8b1f0c4e2d.6a70",
        expression="ToLower([mail])",
        target_attribute_name="userName",
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationSchema


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationSchema)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationSchema.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationSchemaOperations
    async_protocol = operations.AsyncSynchronizationSchemaOperations
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
