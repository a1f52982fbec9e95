"""The operations of `microsoft.graph.bulkUpload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from graph._requests import Request

if TYPE_CHECKING:
    from graph.models.bulk_upload import BulkUpload


class BulkUploadOperations(Protocol):
    """Operations of `bulkUpload`.

    See `resources/synchronization-bulkupload.md`.
    """

    def get(self, service_principal_id: str, job_id: str) -> BulkUpload:
        """Find out whether a job accepts uploads, and under which identifier.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-bulkupload-get.md`.
        """
        ...

    def delete(self, service_principal_id: str, job_id: str) -> None:
        """Delete everything in the queue.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-bulkupload-delete.md`.
        """
        ...

    def upload(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        fail_on_errors: int | None = None,
        operations: Any = None,
    ) -> None:
        """Hand in a batch of operations on users and groups.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload/upload`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-bulkupload-upload.md`.
        """
        ...


class AsyncBulkUploadOperations(Protocol):
    """Operations of `bulkUpload` as coroutines.

    See `resources/synchronization-bulkupload.md`.
    """

    async def get(self, service_principal_id: str, job_id: str) -> BulkUpload:
        """Find out whether a job accepts uploads, and under which identifier.

        `GET /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-bulkupload-get.md`.
        """
        ...

    async def delete(self, service_principal_id: str, job_id: str) -> None:
        """Delete everything in the queue.

        `DELETE /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-bulkupload-delete.md`.
        """
        ...

    async def upload(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        fail_on_errors: int | None = None,
        operations: Any = None,
    ) -> None:
        """Hand in a batch of operations on users and groups.

        `POST /servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}/bulkUpload/upload`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-bulkupload-upload.md`.
        """
        ...


REQUESTS = {
    "get": [
        Request(
            "GET",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/bulkUpload",
        ),
    ],
    "delete": [
        Request(
            "DELETE",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/bulkUpload",
        ),
    ],
    "upload": [
        Request(
            "POST",
            "/servicePrincipals/{service_principal_id}/synchronization/jobs/{job_id}/bulkUpload/upload",
        ),
    ],
}
PERMISSIONS: dict[str, dict[str, list[str]]] = {
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
    "upload": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
