"""Tests of `synchronizationTemplate`, generated from
`resources/synchronization-synchronizationtemplate.md`.
"""

from inspect import signature

import pytest

from graph import models, operations, permissions, request_line, wire_names
from graph.testing import Calls, check_async_call, check_call, read

TYPE = "microsoft.graph.synchronizationTemplate"
OPERATIONS = "synchronization_template"
WIRE_NAMES = {
    "application_id": "applicationId",
    "default": "default",
    "description": "description",
    "discoverable": "discoverable",
    "factory_tag": "factoryTag",
    "metadata": "metadata",
    "schema_": "schema",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationTemplate",
    "applicationId": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "default": True,
    "description": "Description",
    "discoverable": True,
    "factoryTag": "Factory tag",
    "id": "Id",
    "metadata": [{"@odata.type": "microsoft.graph.synchronizationMetadataEntry"}],
}
PARAMETERS = {
    "list": ["self", "service_principal_id", "application_id"],
    "get": ["self", "template_id", "service_principal_id", "application_id"],
    "update": ["self", "application_id", "template_id", "body"],
}
REQUESTS: dict[str, dict[str, dict[str, str]]] = {
    "list": {
        "GET /servicePrincipals/service_principal_id/synchronization/templates": {
            "service_principal_id": "service_principal_id",
        },
        "GET /applications/application_id/synchronization/templates": {
            "application_id": "application_id",
        },
    },
    "get": {
        "GET /servicePrincipals/service_principal_id/synchronization/templates/template_id": {
            "service_principal_id": "service_principal_id",
            "template_id": "template_id",
        },
        "GET /applications/application_id/synchronization/templates/template_id": {
            "application_id": "application_id",
            "template_id": "template_id",
        },
    },
    "update": {
        "PATCH /applications/application_id/synchronization/templates/template_id": {
            "application_id": "application_id",
            "template_id": "template_id",
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
    "update": {
        "delegated_work": "Synchronization.ReadWrite.All",
        "application": "Synchronization.ReadWrite.All",
    },
}
CALLS: Calls = {
    "api/synchronization-synchronizationtemplate-list.md#synchronization_synchronizationtemplate_list": lambda client, _: client.synchronization_template.list(
        application_id="2f3a9c0e-51d6-4f0c-9a57-6f1d7c7a1b10"
    ),
    "api/synchronization-synchronizationtemplate-get.md#synchronization_synchronizationtemplate_get": lambda client, _: client.synchronization_template.get(
        "scim", application_id="2f3a9c0e-51d6-4f0c-9a57-6f1d7c7a1b10"
    ),
    "api/synchronization-synchronizationtemplate-update.md#synchronization_synchronizationtemplate_update": lambda client, sent: client.synchronization_template.update(
        "2f3a9c0e-51d6-4f0c-9a57-6f1d7c7a1b10",
        "scim",
        read(models.SynchronizationTemplate, sent),
    ),
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationTemplate


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationTemplate)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationTemplate.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationTemplateOperations
    async_protocol = operations.AsyncSynchronizationTemplateOperations
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
