"""The clients of `microsoft.graph.synchronizationJob`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.synchronization_job import (
    AsyncSynchronizationJobOperations,
    SynchronizationJobOperations,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._call import CallOptions
    from graph._results import AsyncPages, Pages
    from graph.models.string_key_string_value_pair import StringKeyStringValuePair
    from graph.models.synchronization_job import SynchronizationJob
    from graph.models.synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair,
    )

LIST: Operation[SynchronizationJob] = Operation(
    name="synchronization_job.list", result="microsoft.graph.synchronizationJob"
)
CREATE: Operation[SynchronizationJob] = Operation(
    name="synchronization_job.create",
    result="microsoft.graph.synchronizationJob",
    sends={"": "microsoft.graph.synchronizationJob"},
)
GET: Operation[SynchronizationJob] = Operation(
    name="synchronization_job.get", result="microsoft.graph.synchronizationJob"
)
DELETE: Operation[None] = Operation(name="synchronization_job.delete")
VALIDATE_CREDENTIALS: Operation[None] = Operation(
    name="synchronization_job.validate_credentials",
    sends={"credentials": "microsoft.graph.synchronizationSecretKeyStringValuePair"},
)
START: Operation[None] = Operation(name="synchronization_job.start")
PAUSE: Operation[None] = Operation(name="synchronization_job.pause")
RESTART: Operation[None] = Operation(name="synchronization_job.restart")
PROVISION_ON_DEMAND: Operation[StringKeyStringValuePair] = Operation(
    name="synchronization_job.provision_on_demand",
    result="microsoft.graph.stringKeyStringValuePair",
)


class SynchronizationJobClient(Resource, SynchronizationJobOperations):
    """Sends the operations of `synchronizationJob`."""

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[SynchronizationJob]:
        return self._pages(
            LIST,
            {"service_principal_id": service_principal_id},
            call,
            query={"$select": select, "$filter": filter},
        )

    def create(
        self,
        service_principal_id: str,
        body: SynchronizationJob,
        **call: Unpack[CallOptions],
    ) -> SynchronizationJob:
        return self._one(
            CREATE, {"service_principal_id": service_principal_id}, call, body=body
        )

    def get(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        select: Sequence[str] = (),
        **call: Unpack[CallOptions],
    ) -> SynchronizationJob:
        return self._one(
            GET,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            query={"$select": select},
        )

    def delete(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(
            DELETE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    def validate_credentials(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        credentials: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        use_saved_credentials: bool | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            VALIDATE_CREDENTIALS,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={
                "credentials": credentials,
                "useSavedCredentials": use_saved_credentials,
            },
        )

    def start(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(
            START,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    def pause(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(
            PAUSE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    def restart(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        forget: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            RESTART,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"forget": forget},
        )

    def provision_on_demand(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        object_ids: Sequence[str] | None = None,
        rule_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> StringKeyStringValuePair:
        return self._one(
            PROVISION_ON_DEMAND,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"objectIds": object_ids, "ruleId": rule_id},
        )


class AsyncSynchronizationJobClient(AsyncResource, AsyncSynchronizationJobOperations):
    """Sends the operations of `synchronizationJob` in coroutines."""

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[SynchronizationJob]:
        return self._pages(
            LIST,
            {"service_principal_id": service_principal_id},
            call,
            query={"$select": select, "$filter": filter},
        )

    async def create(
        self,
        service_principal_id: str,
        body: SynchronizationJob,
        **call: Unpack[CallOptions],
    ) -> SynchronizationJob:
        return await self._one(
            CREATE, {"service_principal_id": service_principal_id}, call, body=body
        )

    async def get(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        select: Sequence[str] = (),
        **call: Unpack[CallOptions],
    ) -> SynchronizationJob:
        return await self._one(
            GET,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            query={"$select": select},
        )

    async def delete(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            DELETE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    async def validate_credentials(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        credentials: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        use_saved_credentials: bool | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            VALIDATE_CREDENTIALS,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={
                "credentials": credentials,
                "useSavedCredentials": use_saved_credentials,
            },
        )

    async def start(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            START,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    async def pause(
        self, service_principal_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            PAUSE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
        )

    async def restart(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        forget: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            RESTART,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"forget": forget},
        )

    async def provision_on_demand(
        self,
        service_principal_id: str,
        job_id: str,
        *,
        object_ids: Sequence[str] | None = None,
        rule_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> StringKeyStringValuePair:
        return await self._one(
            PROVISION_ON_DEMAND,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            members={"objectIds": object_ids, "ruleId": rule_id},
        )
