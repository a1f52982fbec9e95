"""The operations of `microsoft.graph.directoryDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from graph.models.directory_definition import DirectoryDefinition


class DirectoryDefinitionOperations(Protocol):
    """Operations of `directoryDefinition`.

    See `resources/synchronization-directorydefinition.md`.
    """

    def get(
        self, service_principal_id: str, job_id: str, directory_id: str
    ) -> DirectoryDefinition:
        """Read what is known of one directory of a schema.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/directories/{directoryId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-directorydefinition-get.md`.
        """
        ...

    def discover(
        self, service_principal_id: str, job_id: str, directory_id: str
    ) -> DirectoryDefinition:
        """Ask the directory what it holds, and keep the answer.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/directories/{directoryId}/discover`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-directorydefinition-discover.md`.
        """
        ...


class AsyncDirectoryDefinitionOperations(Protocol):
    """Operations of `directoryDefinition` as coroutines.

    See `resources/synchronization-directorydefinition.md`.
    """

    async def get(
        self, service_principal_id: str, job_id: str, directory_id: str
    ) -> DirectoryDefinition:
        """Read what is known of one directory of a schema.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/directories/{directoryId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-directorydefinition-get.md`.
        """
        ...

    async def discover(
        self, service_principal_id: str, job_id: str, directory_id: str
    ) -> DirectoryDefinition:
        """Ask the directory what it holds, and keep the answer.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/directories/{directoryId}/discover`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-directorydefinition-discover.md`.
        """
        ...


REQUESTS = {
    "get": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema/directories/{directory_id}",
        ),
    ],
    "discover": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema/directories/{directory_id}/discover",
        ),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
    "get": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "discover": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
