"""The operations of `microsoft.graph.synchronizationTemplate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from graph._results import AsyncPages, Pages
    from graph.models.synchronization_template import SynchronizationTemplate


class SynchronizationTemplateOperations(Protocol):
    """Operations of `synchronizationTemplate`.

    See `resources/synchronization-synchronizationtemplate.md`.
    """

    def list(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> Pages[SynchronizationTemplate]:
        """See which templates an application offers.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/templates` or
        `GET /applications/{applicationId}/synchronization/templates`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-list.md`.
        """
        ...

    def get(
        self,
        template_id: str,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> SynchronizationTemplate:
        """Get one template of an application.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/templates/{templateId}`
        or `GET /applications/{applicationId}/synchronization/templates/{templateId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-get.md`.
        """
        ...

    def update(
        self, application_id: str, template_id: str, body: SynchronizationTemplate
    ) -> SynchronizationTemplate:
        """Change the description, visibility or settings of a template.

        `PATCH /applications/{applicationId}/synchronization/templates/{templateId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-update.md`.
        """
        ...


class AsyncSynchronizationTemplateOperations(Protocol):
    """Operations of `synchronizationTemplate` as coroutines.

    See `resources/synchronization-synchronizationtemplate.md`.
    """

    def list(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> AsyncPages[SynchronizationTemplate]:
        """See which templates an application offers.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/templates` or
        `GET /applications/{applicationId}/synchronization/templates`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-list.md`.
        """
        ...

    async def get(
        self,
        template_id: str,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
    ) -> SynchronizationTemplate:
        """Get one template of an application.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/templates/{templateId}`
        or `GET /applications/{applicationId}/synchronization/templates/{templateId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-get.md`.
        """
        ...

    async def update(
        self, application_id: str, template_id: str, body: SynchronizationTemplate
    ) -> SynchronizationTemplate:
        """Change the description, visibility or settings of a template.

        `PATCH /applications/{applicationId}/synchronization/templates/{templateId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationtemplate-update.md`.
        """
        ...


REQUESTS = {
    "list": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/templates",
        ),
        Request("GET", "/applications/{application_id}/synchronization/templates"),
    ],
    "get": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/templates/{template_id}",
        ),
        Request(
            "GET",
            "/applications/{application_id}/synchronization/templates/{template_id}",
        ),
    ],
    "update": [
        Request(
            "PATCH",
            "/applications/{application_id}/synchronization/templates/{template_id}",
        ),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
    "list": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
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
}
