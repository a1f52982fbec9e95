"""The operations of `microsoft.graph.synchronization`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._results import AsyncPages, Pages
    from graph.models.synchronization import Synchronization
    from graph.models.synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair,
    )


class SynchronizationOperations(Protocol):
    """Operations of `synchronization`.

    See `resources/synchronization-synchronization.md`.
    """

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
    ) -> Pages[Synchronization]:
        """Get a list of the synchronization objects and their properties.

        `GET /servicePrincipals/{servicePrincipalId}/synchronizations`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronization-list.md`.
        """
        ...

    def create(
        self, service_principal_id: str, body: Synchronization
    ) -> Synchronization:
        """Create a new synchronization object.

        `POST /servicePrincipals/{servicePrincipalId}/synchronizations`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-create.md`.
        """
        ...

    def get(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> Synchronization:
        """Read the properties and relationships of a synchronization object.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization` or
        `GET /applications/{applicationId}/synchronization`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronization-get.md`.
        """
        ...

    def update(
        self,
        body: Synchronization,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> Synchronization:
        """Update the properties of a synchronization object.

        `PATCH /servicePrincipals/{servicePrincipalId}/synchronization` or
        `PATCH /applications/{applicationId}/synchronization`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-update.md`.
        """
        ...

    def delete(self, service_principal_id: str) -> None:
        """Deletes a synchronization object.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-delete.md`.
        """
        ...

    def update_secrets(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        value: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
    ) -> None:
        """Replace the secrets with which the jobs of an application sign in to the
        target. Secrets that are left out are deleted.

        `PUT /servicePrincipals/{servicePrincipalId}/synchronization/secrets` or
        `PUT /applications/{applicationId}/synchronization/secrets`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-put-secrets.md`.
        """
        ...


class AsyncSynchronizationOperations(Protocol):
    """Operations of `synchronization` as coroutines.

    See `resources/synchronization-synchronization.md`.
    """

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
    ) -> AsyncPages[Synchronization]:
        """Get a list of the synchronization objects and their properties.

        `GET /servicePrincipals/{servicePrincipalId}/synchronizations`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronization-list.md`.
        """
        ...

    async def create(
        self, service_principal_id: str, body: Synchronization
    ) -> Synchronization:
        """Create a new synchronization object.

        `POST /servicePrincipals/{servicePrincipalId}/synchronizations`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-create.md`.
        """
        ...

    async def get(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> Synchronization:
        """Read the properties and relationships of a synchronization object.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization` or
        `GET /applications/{applicationId}/synchronization`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronization-get.md`.
        """
        ...

    async def update(
        self,
        body: Synchronization,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> Synchronization:
        """Update the properties of a synchronization object.

        `PATCH /servicePrincipals/{servicePrincipalId}/synchronization` or
        `PATCH /applications/{applicationId}/synchronization`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-update.md`.
        """
        ...

    async def delete(self, service_principal_id: str) -> None:
        """Deletes a synchronization object.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-delete.md`.
        """
        ...

    async def update_secrets(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        value: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
    ) -> None:
        """Replace the secrets with which the jobs of an application sign in to the
        target. Secrets that are left out are deleted.

        `PUT /servicePrincipals/{servicePrincipalId}/synchronization/secrets` or
        `PUT /applications/{applicationId}/synchronization/secrets`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronization-put-secrets.md`.
        """
        ...


REQUESTS = {
    "list": [
        Request("GET", "/servicePrincipals/{service_principal_id}/synchronizations"),
    ],
    "create": [
        Request("POST", "/servicePrincipals/{service_principal_id}/synchronizations"),
    ],
    "get": [
        Request("GET", "/servicePrincipals/{service_principal_id}/synchronization"),
        Request("GET", "/applications/{application_id}/synchronization"),
    ],
    "update": [
        Request("PATCH", "/servicePrincipals/{service_principal_id}/synchronization"),
        Request("PATCH", "/applications/{application_id}/synchronization"),
    ],
    "delete": [
        Request("DELETE", "/servicePrincipals/{service_principal_id}/synchronization"),
    ],
    "update_secrets": [
        Request(
            "PUT",
            "/servicePrincipals/{service_principal_id}/synchronization/secrets",
        ),
        Request("PUT", "/applications/{application_id}/synchronization/secrets"),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
    "list": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "create": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "get": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "update": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "delete": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "update_secrets": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
