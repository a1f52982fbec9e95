"""The operations of `microsoft.graph.synchronizationJob`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._results import AsyncPages, Pages
    from graph.models.string_key_string_value_pair import StringKeyStringValuePair
    from graph.models.synchronization_job import SynchronizationJob
    from graph.models.synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair,
    )


class SynchronizationJobOperations(Protocol):
    """Operations of `synchronizationJob`.

    See `resources/synchronization-synchronizationjob.md`.
    """

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
    ) -> Pages[SynchronizationJob]:
        """List all jobs of an application.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationjob-list.md`.
        """
        ...

    def create(
        self, service_principal_id: str, body: SynchronizationJob
    ) -> SynchronizationJob:
        """Create a job from a template. It does not run until it is started.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-create.md`.
        """
        ...

    def get(
        self, service_principal_id: str, job_id: str, *, select: Sequence[str] = ()
    ) -> SynchronizationJob:
        """Read one job with its schedule and status.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationjob-get.md`.
        """
        ...

    def delete(self, service_principal_id: str, job_id: str) -> None:
        """Stop a job permanently and delete its state.

        Objects that it created in the target are not deleted.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-delete.md`.
        """
        ...

    def validate_credentials(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        credentials: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        use_saved_credentials: bool | None = None,
    ) -> None:
        """Check whether the target accepts the given credentials.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/validateCredentials`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-validatecredentials.md`.
        """
        ...

    def start(self, service_principal_id: str, job_id: str) -> None:
        """Start a new or paused job; a paused job continues where it stopped.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/start`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-start.md`.
        """
        ...

    def pause(self, service_principal_id: str, job_id: str) -> None:
        """Pause a job until it is started again. Its state is kept.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/pause`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-pause.md`.
        """
        ...

    def restart(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        forget: Sequence[str] | None = None,
    ) -> None:
        """Reset some or all of a job's state and start again.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/restart`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-restart.md`.
        """
        ...

    def provision_on_demand(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        object_ids: Sequence[str] | None = None,
        rule_id: str | None = None,
    ) -> StringKeyStringValuePair:
        """Synchronize a few selected objects immediately, without waiting for the next
        cycle.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/provisionOnDemand`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-provisionondemand.md`.
        """
        ...


class AsyncSynchronizationJobOperations(Protocol):
    """Operations of `synchronizationJob` as coroutines.

    See `resources/synchronization-synchronizationjob.md`.
    """

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
    ) -> AsyncPages[SynchronizationJob]:
        """List all jobs of an application.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationjob-list.md`.
        """
        ...

    async def create(
        self, service_principal_id: str, body: SynchronizationJob
    ) -> SynchronizationJob:
        """Create a job from a template. It does not run until it is started.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-create.md`.
        """
        ...

    async def get(
        self, service_principal_id: str, job_id: str, *, select: Sequence[str] = ()
    ) -> SynchronizationJob:
        """Read one job with its schedule and status.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-synchronizationjob-get.md`.
        """
        ...

    async def delete(self, service_principal_id: str, job_id: str) -> None:
        """Stop a job permanently and delete its state.

        Objects that it created in the target are not deleted.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-delete.md`.
        """
        ...

    async def validate_credentials(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        credentials: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        use_saved_credentials: bool | None = None,
    ) -> None:
        """Check whether the target accepts the given credentials.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/validateCredentials`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-validatecredentials.md`.
        """
        ...

    async def start(self, service_principal_id: str, job_id: str) -> None:
        """Start a new or paused job; a paused job continues where it stopped.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/start`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-start.md`.
        """
        ...

    async def pause(self, service_principal_id: str, job_id: str) -> None:
        """Pause a job until it is started again. Its state is kept.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/pause`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-pause.md`.
        """
        ...

    async def restart(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        forget: Sequence[str] | None = None,
    ) -> None:
        """Reset some or all of a job's state and start again.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/restart`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-restart.md`.
        """
        ...

    async def provision_on_demand(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        object_ids: Sequence[str] | None = None,
        rule_id: str | None = None,
    ) -> StringKeyStringValuePair:
        """Synchronize a few selected objects immediately, without waiting for the next
        cycle.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/provisionOnDemand`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-synchronizationjob-provisionondemand.md`.
        """
        ...


REQUESTS = {
    "list": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs",
        ),
    ],
    "create": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs",
        ),
    ],
    "get": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}",
        ),
    ],
    "delete": [
        Request(
            "DELETE",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}",
        ),
    ],
    "validate_credentials": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/validateCredentials",
        ),
    ],
    "start": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/start",
        ),
    ],
    "pause": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/pause",
        ),
    ],
    "restart": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/restart",
        ),
    ],
    "provision_on_demand": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/provisionOnDemand",
        ),
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
    "delete": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "validate_credentials": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "start": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "pause": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "restart": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "provision_on_demand": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
