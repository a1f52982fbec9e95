"""The clients of `microsoft.graph.synchronizationTemplate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.synchronization_template import (
    AsyncSynchronizationTemplateOperations,
    SynchronizationTemplateOperations,
)

if TYPE_CHECKING:
    from graph._call import CallOptions
    from graph._results import AsyncPages, Pages
    from graph.models.synchronization_template import SynchronizationTemplate

LIST: Operation[SynchronizationTemplate] = Operation(
    name="synchronization_template.list",
    result="microsoft.graph.synchronizationTemplate",
)
GET: Operation[SynchronizationTemplate] = Operation(
    name="synchronization_template.get",
    result="microsoft.graph.synchronizationTemplate",
)
UPDATE: Operation[SynchronizationTemplate] = Operation(
    name="synchronization_template.update",
    result="microsoft.graph.synchronizationTemplate",
    sends={"": "microsoft.graph.synchronizationTemplate"},
)


class SynchronizationTemplateClient(Resource, SynchronizationTemplateOperations):
    """Sends the operations of `synchronizationTemplate`."""

    def list(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[SynchronizationTemplate]:
        return self._pages(
            LIST,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    def get(
        self,
        template_id: str,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> SynchronizationTemplate:
        return self._one(
            GET,
            {
                "template_id": template_id,
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    def update(
        self,
        application_id: str,
        template_id: str,
        body: SynchronizationTemplate,
        **call: Unpack[CallOptions],
    ) -> SynchronizationTemplate:
        return self._one(
            UPDATE,
            {"application_id": application_id, "template_id": template_id},
            call,
            body=body,
        )


class AsyncSynchronizationTemplateClient(
    AsyncResource, AsyncSynchronizationTemplateOperations
):
    """Sends the operations of `synchronizationTemplate` in coroutines."""

    def list(
        self,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[SynchronizationTemplate]:
        return self._pages(
            LIST,
            {
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    async def get(
        self,
        template_id: str,
        *,
        service_principal_id: str | None = None,
        application_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> SynchronizationTemplate:
        return await self._one(
            GET,
            {
                "template_id": template_id,
                "service_principal_id": service_principal_id,
                "application_id": application_id,
            },
            call,
        )

    async def update(
        self,
        application_id: str,
        template_id: str,
        body: SynchronizationTemplate,
        **call: Unpack[CallOptions],
    ) -> SynchronizationTemplate:
        return await self._one(
            UPDATE,
            {"application_id": application_id, "template_id": template_id},
            call,
            body=body,
        )
