"""Tests of `directoryDefinition`, generated from
`resources/synchronization-directorydefinition.md`.
"""

from inspect import signature

from graph import models, operations, permissions, request_line, wire_names

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


# Your own checks below this line are kept.
