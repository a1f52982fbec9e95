"""The clients of `microsoft.graph.synchronizationSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.synchronization_schema import (
    AsyncSynchronizationSchemaOperations,
    SynchronizationSchemaOperations,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph._call import CallOptions
    from graph._results import AsyncPages, Pages
    from graph.models.attribute_mapping_source import AttributeMappingSource
    from graph.models.synchronization_schema import SynchronizationSchema

GET: Operation[SynchronizationSchema] = Operation(
    name="synchronization_schema.get", result="microsoft.graph.synchronizationSchema"
)
UPDATE: Operation[None] = Operation(
    name="synchronization_schema.update",
    sends={"": "microsoft.graph.synchronizationSchema"},
)
FILTER_OPERATORS: Operation[str] = Operation(
    name="synchronization_schema.filter_operators", result="Edm.String"
)
FUNCTIONS: Operation[str] = Operation(
    name="synchronization_schema.functions", result="Edm.String"
)
PARSE_EXPRESSION: Operation[AttributeMappingSource] = Operation(
    name="synchronization_schema.parse_expression",
    result="microsoft.graph.attributeMappingSource",
)


class SynchronizationSchemaClient(Resource, SynchronizationSchemaOperations):
    """Sends the operations of `synchronizationSchema`."""

    def get(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expand: Sequence[str] = (),
        **call: Unpack[CallOptions],
    ) -> SynchronizationSchema:
        return self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
            query={"$expand": expand},
        )

    def update(
        self,
        service_principal_id: str,
        job_id: str,
        body: SynchronizationSchema,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            UPDATE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            headers={"If-Match": if_match},
            body=body,
        )

    def filter_operators(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[str]:
        return self._pages(
            FILTER_OPERATORS,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
        )

    def functions(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[str]:
        return self._pages(
            FUNCTIONS,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
        )

    def parse_expression(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expression: str | None = None,
        target_attribute_name: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AttributeMappingSource:
        return self._one(
            PARSE_EXPRESSION,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
            members={
                "expression": expression,
                "targetAttributeName": target_attribute_name,
            },
        )


class AsyncSynchronizationSchemaClient(
    AsyncResource, AsyncSynchronizationSchemaOperations
):
    """Sends the operations of `synchronizationSchema` in coroutines."""

    async def get(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expand: Sequence[str] = (),
        **call: Unpack[CallOptions],
    ) -> SynchronizationSchema:
        return await self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
            query={"$expand": expand},
        )

    async def update(
        self,
        service_principal_id: str,
        job_id: str,
        body: SynchronizationSchema,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            UPDATE,
            {"service_principal_id": service_principal_id, "job_id": job_id},
            call,
            headers={"If-Match": if_match},
            body=body,
        )

    def filter_operators(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[str]:
        return self._pages(
            FILTER_OPERATORS,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
        )

    def functions(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[str]:
        return self._pages(
            FUNCTIONS,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
        )

    async def parse_expression(
        self,
        *,
        service_principal_id: str | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        template_id: str | None = None,
        expression: str | None = None,
        target_attribute_name: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AttributeMappingSource:
        return await self._one(
            PARSE_EXPRESSION,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "application_id": application_id,
                "template_id": template_id,
            },
            call,
            members={
                "expression": expression,
                "targetAttributeName": target_attribute_name,
            },
        )
