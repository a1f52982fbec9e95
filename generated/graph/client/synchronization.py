"""The clients of `microsoft.graph.synchronization`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.synchronization import (
    AsyncSynchronizationOperations,
    SynchronizationOperations,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._call import CallOptions
    from graph._results import AsyncPages, Pages
    from graph.models.synchronization import Synchronization
    from graph.models.synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair,
    )

LIST: Operation[Synchronization] = Operation(
    name="synchronization.list", result="microsoft.graph.synchronization"
)
CREATE: Operation[Synchronization] = Operation(
    name="synchronization.create",
    result="microsoft.graph.synchronization",
    sends={"": "microsoft.graph.synchronization"},
)
GET: Operation[Synchronization] = Operation(
    name="synchronization.get", result="microsoft.graph.synchronization"
)
UPDATE: Operation[Synchronization] = Operation(
    name="synchronization.update",
    result="microsoft.graph.synchronization",
    sends={"": "microsoft.graph.synchronization"},
)
DELETE: Operation[None] = Operation(name="synchronization.delete")
UPDATE_SECRETS: Operation[None] = Operation(
    name="synchronization.update_secrets",
    sends={"value": "microsoft.graph.synchronizationSecretKeyStringValuePair"},
)


class SynchronizationClient(Resource, SynchronizationOperations):
    """Sends the operations of `synchronization`."""

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[Synchronization]:
        return self._pages(
            LIST,
            {"service_principal_id": service_principal_id},
            call,
            query={"$select": select, "$top": top},
        )

    def create(
        self,
        service_principal_id: str,
        body: Synchronization,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return self._one(
            CREATE, {"service_principal_id": service_principal_id}, call, body=body
        )

    def get(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    def update(
        self,
        body: Synchronization,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return self._one(
            UPDATE,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
            body=body,
        )

    def delete(self, service_principal_id: str, **call: Unpack[CallOptions]) -> None:
        self._one(DELETE, {"service_principal_id": service_principal_id}, call)

    def update_secrets(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        value: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            UPDATE_SECRETS,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
            members={"value": value},
        )


class AsyncSynchronizationClient(AsyncResource, AsyncSynchronizationOperations):
    """Sends the operations of `synchronization` in coroutines."""

    def list(
        self,
        service_principal_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[Synchronization]:
        return self._pages(
            LIST,
            {"service_principal_id": service_principal_id},
            call,
            query={"$select": select, "$top": top},
        )

    async def create(
        self,
        service_principal_id: str,
        body: Synchronization,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return await self._one(
            CREATE, {"service_principal_id": service_principal_id}, call, body=body
        )

    async def get(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return await self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    async def update(
        self,
        body: Synchronization,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Synchronization:
        return await self._one(
            UPDATE,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
            body=body,
        )

    async def delete(
        self, service_principal_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(DELETE, {"service_principal_id": service_principal_id}, call)

    async def update_secrets(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        value: Sequence[SynchronizationSecretKeyStringValuePair] | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            UPDATE_SECRETS,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
            members={"value": value},
        )
