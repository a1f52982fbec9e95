"""The clients of `microsoft.graph.directoryDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph.operations.directory_definition import (
    AsyncDirectoryDefinitionOperations,
    DirectoryDefinitionOperations,
)

if TYPE_CHECKING:
    from graph._call import CallOptions
    from graph.models.directory_definition import DirectoryDefinition

GET: Operation[DirectoryDefinition] = Operation(
    name="directory_definition.get", result="microsoft.graph.directoryDefinition"
)
DISCOVER: Operation[DirectoryDefinition] = Operation(
    name="directory_definition.discover", result="microsoft.graph.directoryDefinition"
)


class DirectoryDefinitionClient(Resource, DirectoryDefinitionOperations):
    """Sends the operations of `directoryDefinition`."""

    def get(
        self,
        service_principal_id: str,
        job_id: str,
        directory_id: str,
        **call: Unpack[CallOptions],
    ) -> DirectoryDefinition:
        return self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "directory_id": directory_id,
            },
            call,
        )

    def discover(
        self,
        service_principal_id: str,
        job_id: str,
        directory_id: str,
        **call: Unpack[CallOptions],
    ) -> DirectoryDefinition:
        return self._one(
            DISCOVER,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "directory_id": directory_id,
            },
            call,
        )


class AsyncDirectoryDefinitionClient(AsyncResource, AsyncDirectoryDefinitionOperations):
    """Sends the operations of `directoryDefinition` in coroutines."""

    async def get(
        self,
        service_principal_id: str,
        job_id: str,
        directory_id: str,
        **call: Unpack[CallOptions],
    ) -> DirectoryDefinition:
        return await self._one(
            GET,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "directory_id": directory_id,
            },
            call,
        )

    async def discover(
        self,
        service_principal_id: str,
        job_id: str,
        directory_id: str,
        **call: Unpack[CallOptions],
    ) -> DirectoryDefinition:
        return await self._one(
            DISCOVER,
            {
                "service_principal_id": service_principal_id,
                "job_id": job_id,
                "directory_id": directory_id,
            },
            call,
        )
