"""The clients of `microsoft.graph.bulkUpload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.bulk_upload import AsyncBulkUploadOperations, BulkUploadOperations

if TYPE_CHECKING:
    from graph._call import CallOptions
    from graph.models.bulk_upload import BulkUpload

GET: Operation[BulkUpload] = Operation(
    name="bulk_upload.get", result="microsoft.graph.bulkUpload"
)
DELETE: Operation[None] = Operation(name="bulk_upload.delete")
UPLOAD: Operation[None] = Operation(name="bulk_upload.upload")


class BulkUploadClient(Resource, BulkUploadOperations):
    """Sends the operations of `bulkUpload`."""

    def get(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> BulkUpload:
        return self._one(
            GET, {"service_principal_id": service_principal_id, "job_id": job_id}, call
        )

    def delete(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(
            DELETE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    def upload(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        fail_on_errors: int | None = None,
        operations: Any = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            UPLOAD,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"failOnErrors": fail_on_errors, "operations": operations},
        )


class AsyncBulkUploadClient(AsyncResource, AsyncBulkUploadOperations):
    """Sends the operations of `bulkUpload` in coroutines."""

    async def get(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> BulkUpload:
        return await self._one(
            GET, {"service_principal_id": service_principal_id, "job_id": job_id}, call
        )

    async def delete(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            DELETE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    async def upload(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        fail_on_errors: int | None = None,
        operations: Any = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            UPLOAD,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"failOnErrors": fail_on_errors, "operations": operations},
        )
