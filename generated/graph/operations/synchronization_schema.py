"""The operations of `microsoft.graph.synchronizationSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._results import AsyncPages, Pages
    from graph.models.attribute_mapping_source import AttributeMappingSource
    from graph.models.synchronization_schema import SynchronizationSchema


class SynchronizationSchemaOperations(Protocol):
    """Operations of `synchronizationSchema`.

    See `resources/synchronization-synchronizationschema.md`.
    """

    def get(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expand: Sequence[str] = (),
    ) -> SynchronizationSchema:
        """Read the schema that a job or a template follows.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-get.md`.
        """
        ...

    def update(
        self,
        service_principal_id: str,
        job_id: str,
        body: SynchronizationSchema,
        *,
        if_match: str | None = None,
    ) -> None:
        """Replace the schema of a job by another one.

        Parts that are left out are removed.

        `PUT /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationschema-update.md`.
        """
        ...

    def filter_operators(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
    ) -> Pages[str]:
        """List the names of the operators that conditions of a filter can use.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/filterOperators`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema/filterOperators`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-filteroperators.md`.
        """
        ...

    def functions(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
    ) -> Pages[str]:
        """List the names of the functions that attribute mappings can call.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/functions`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema/functions`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-functions.md`.
        """
        ...

    def parse_expression(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expression: str | None = None,
        target_attribute_name: str | None = None,
    ) -> AttributeMappingSource:
        """Turn the text of an expression into the nested form that a mapping holds.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/parseExpression`
        or
        `POST /applications/{applicationId}/synchronization/templates/{templateId}/schema/parseExpression`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationschema-parseexpression.md`.
        """
        ...


class AsyncSynchronizationSchemaOperations(Protocol):
    """Operations of `synchronizationSchema` as coroutines.

    See `resources/synchronization-synchronizationschema.md`.
    """

    async def get(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expand: Sequence[str] = (),
    ) -> SynchronizationSchema:
        """Read the schema that a job or a template follows.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-get.md`.
        """
        ...

    async def update(
        self,
        service_principal_id: str,
        job_id: str,
        body: SynchronizationSchema,
        *,
        if_match: str | None = None,
    ) -> None:
        """Replace the schema of a job by another one.

        Parts that are left out are removed.

        `PUT /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationschema-update.md`.
        """
        ...

    def filter_operators(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
    ) -> AsyncPages[str]:
        """List the names of the operators that conditions of a filter can use.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/filterOperators`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema/filterOperators`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-filteroperators.md`.
        """
        ...

    def functions(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
    ) -> AsyncPages[str]:
        """List the names of the functions that attribute mappings can call.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/functions`
        or
        `GET /applications/{applicationId}/synchronization/templates/{templateId}/schema/functions`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationschema-functions.md`.
        """
        ...

    async def parse_expression(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expression: str | None = None,
        target_attribute_name: str | None = None,
    ) -> AttributeMappingSource:
        """Turn the text of an expression into the nested form that a mapping holds.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/schema/parseExpression`
        or
        `POST /applications/{applicationId}/synchronization/templates/{templateId}/schema/parseExpression`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationschema-parseexpression.md`.
        """
        ...


REQUESTS = {
    "get": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema",
        ),
        Request(
            "GET",
            "/applications/{application_id}/synchronization/templates/{template_id}/schema",
        ),
    ],
    "update": [
        Request(
            "PUT",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema",
        ),
    ],
    "filter_operators": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema/filterOperators",
        ),
        Request(
            "GET",
            "/applications/{application_id}/synchronization/templates/{template_id}/schema/filterOperators",
        ),
    ],
    "functions": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema/functions",
        ),
        Request(
            "GET",
            "/applications/{application_id}/synchronization/templates/{template_id}/schema/functions",
        ),
    ],
    "parse_expression": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/schema/parseExpression",
        ),
        Request(
            "POST",
            "/applications/{application_id}/synchronization/templates/{template_id}/schema/parseExpression",
        ),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
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
    "filter_operators": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "functions": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "parse_expression": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
