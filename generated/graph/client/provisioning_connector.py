"""The clients of `microsoft.graph.provisioningConnector`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal, Unpack, overload

from graph._base_client import AsyncResource, Resource
from graph._call import Operation
from graph._requests import deprecated
from graph.operations.provisioning_connector import (
    AsyncProvisioningConnectorOperations,
    ProvisioningConnectorOperations,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from graph._call import CallOptions
    from graph._results import AsyncDownload, AsyncPages, Download, Pages
    from graph.models.provisioning_connector import ProvisioningConnector
    from graph.models.string_key_long_value_pair import StringKeyLongValuePair
    from graph.models.synchronization_job import SynchronizationJob

LIST: Operation[ProvisioningConnector] = Operation(
    name="provisioning_connector.list", result="microsoft.graph.provisioningConnector"
)
CREATE: Operation[ProvisioningConnector] = Operation(
    name="provisioning_connector.create",
    result="microsoft.graph.provisioningConnector",
    sends={"": "microsoft.graph.provisioningConnector"},
)
GET: Operation[ProvisioningConnector] = Operation(
    name="provisioning_connector.get", result="microsoft.graph.provisioningConnector"
)
GET_CERTIFICATE: Operation[None] = Operation(
    name="provisioning_connector.get_certificate"
)
UPLOAD_CERTIFICATE: Operation[None] = Operation(
    name="provisioning_connector.upload_certificate",
    content_type="application/pkix-cert",
)
UPDATE: Operation[None] = Operation(
    name="provisioning_connector.update",
    sends={"": "microsoft.graph.provisioningConnector"},
)
DELETE: Operation[None] = Operation(name="provisioning_connector.delete")
DELTA: Operation[ProvisioningConnector] = Operation(
    name="provisioning_connector.delta", result="microsoft.graph.provisioningConnector"
)
ACTIVITY: Operation[None] = Operation(name="provisioning_connector.activity")
GET_LIMIT: Operation[StringKeyLongValuePair] = Operation(
    name="provisioning_connector.get_limit",
    result="microsoft.graph.stringKeyLongValuePair",
)
LIST_JOBS: Operation[SynchronizationJob] = Operation(
    name="provisioning_connector.list_jobs", result="microsoft.graph.synchronizationJob"
)
ADD_JOB: Operation[None] = Operation(name="provisioning_connector.add_job")
REMOVE_JOB: Operation[None] = Operation(name="provisioning_connector.remove_job")
TEST_CONNECTION: Operation[bool] = Operation(
    name="provisioning_connector.test_connection", result="Edm.Boolean"
)


class ProvisioningConnectorClient(Resource, ProvisioningConnectorOperations):
    """Sends the operations of `provisioningConnector`."""

    def list(
        self,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
        orderby: Sequence[str] = (),
        search: str | None = None,
        top: int | None = None,
        skip: int | None = None,
        count: bool = False,
        consistency_level: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[ProvisioningConnector]:
        return self._pages(
            LIST,
            {},
            call,
            query={
                "$select": select,
                "$filter": filter,
                "$orderby": orderby,
                "$search": search,
                "$top": top,
                "$skip": skip,
                "$count": count,
            },
            headers={"ConsistencyLevel": consistency_level},
        )

    def create(
        self, body: ProvisioningConnector, **call: Unpack[CallOptions]
    ) -> ProvisioningConnector:
        return self._one(CREATE, {}, call, body=body)

    def get(
        self,
        connector_id: str,
        *,
        user_id: str | None = None,
        at: Literal["me"] | None = None,
        select: Sequence[str] = (),
        expand: Sequence[str] = (),
        if_none_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> ProvisioningConnector:
        return self._one(
            GET,
            {"connector_id": connector_id, "user_id": user_id, "at": at},
            call,
            query={"$select": select, "$expand": expand},
            headers={"If-None-Match": if_none_match},
        )

    def get_certificate(
        self,
        connector_id: str,
        *,
        if_none_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Download:
        return self._download(
            GET_CERTIFICATE,
            {"connector_id": connector_id},
            call,
            headers={"If-None-Match": if_none_match},
        )

    def upload_certificate(
        self,
        connector_id: str,
        content: bytes | Iterable[bytes] | BinaryIO,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            UPLOAD_CERTIFICATE, {"connector_id": connector_id}, call, content=content
        )

    def update(
        self,
        connector_id: str,
        body: ProvisioningConnector,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        self._one(
            UPDATE,
            {"connector_id": connector_id},
            call,
            headers={"If-Match": if_match},
            body=body,
        )

    def delete(self, connector_id: str, **call: Unpack[CallOptions]) -> None:
        self._one(DELETE, {"connector_id": connector_id}, call)

    def delta(
        self,
        *,
        deltatoken: str | None = None,
        skiptoken: str | None = None,
        prefer: str | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[ProvisioningConnector]:
        return self._pages(
            DELTA,
            {},
            call,
            query={"$deltatoken": deltatoken, "$skiptoken": skiptoken},
            headers={"Prefer": prefer},
        )

    @overload
    def activity(
        self,
        connector_id: str,
        *,
        period: str,
        date: None = None,
        **call: Unpack[CallOptions],
    ) -> Download: ...
    @overload
    def activity(
        self,
        connector_id: str,
        *,
        period: None = None,
        date: dt.date,
        **call: Unpack[CallOptions],
    ) -> Download: ...
    def activity(
        self,
        connector_id: str,
        *,
        period: str | None = None,
        date: dt.date | None = None,
        **call: Unpack[CallOptions],
    ) -> Download:
        return self._download(
            ACTIVITY,
            {"connector_id": connector_id, "period": period, "date": date},
            call,
        )

    def get_limit(
        self,
        connector_id: str,
        *,
        at: Literal["hourly", "daily"],
        **call: Unpack[CallOptions],
    ) -> StringKeyLongValuePair:
        return self._one(GET_LIMIT, {"connector_id": connector_id, "at": at}, call)

    def list_jobs(
        self,
        connector_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        skip: int | None = None,
        **call: Unpack[CallOptions],
    ) -> Pages[SynchronizationJob]:
        return self._pages(
            LIST_JOBS,
            {"connector_id": connector_id},
            call,
            query={"$select": select, "$top": top, "$skip": skip},
        )

    def add_job(
        self, connector_id: str, reference: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(ADD_JOB, {"connector_id": connector_id}, call, reference=reference)

    def remove_job(
        self, connector_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        self._one(REMOVE_JOB, {"connector_id": connector_id, "job_id": job_id}, call)

    @deprecated(
        "This action is deprecated and will be removed in May 2025. Use "
        "validateCredentials of a job instead."
    )
    def test_connection(
        self,
        connector_id: str,
        *,
        wait: dt.timedelta | None = None,
        protocol_versions: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> bool:
        return self._one(
            TEST_CONNECTION,
            {"connector_id": connector_id},
            call,
            members={"wait": wait, "protocolVersions": protocol_versions},
        )


class AsyncProvisioningConnectorClient(
    AsyncResource, AsyncProvisioningConnectorOperations
):
    """Sends the operations of `provisioningConnector` in coroutines."""

    def list(
        self,
        *,
        select: Sequence[str] = (),
        filter: str | None = None,
        orderby: Sequence[str] = (),
        search: str | None = None,
        top: int | None = None,
        skip: int | None = None,
        count: bool = False,
        consistency_level: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[ProvisioningConnector]:
        return self._pages(
            LIST,
            {},
            call,
            query={
                "$select": select,
                "$filter": filter,
                "$orderby": orderby,
                "$search": search,
                "$top": top,
                "$skip": skip,
                "$count": count,
            },
            headers={"ConsistencyLevel": consistency_level},
        )

    async def create(
        self, body: ProvisioningConnector, **call: Unpack[CallOptions]
    ) -> ProvisioningConnector:
        return await self._one(CREATE, {}, call, body=body)

    async def get(
        self,
        connector_id: str,
        *,
        user_id: str | None = None,
        at: Literal["me"] | None = None,
        select: Sequence[str] = (),
        expand: Sequence[str] = (),
        if_none_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> ProvisioningConnector:
        return await self._one(
            GET,
            {"connector_id": connector_id, "user_id": user_id, "at": at},
            call,
            query={"$select": select, "$expand": expand},
            headers={"If-None-Match": if_none_match},
        )

    async def get_certificate(
        self,
        connector_id: str,
        *,
        if_none_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncDownload:
        return await self._download(
            GET_CERTIFICATE,
            {"connector_id": connector_id},
            call,
            headers={"If-None-Match": if_none_match},
        )

    async def upload_certificate(
        self,
        connector_id: str,
        content: bytes | Iterable[bytes] | BinaryIO,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            UPLOAD_CERTIFICATE, {"connector_id": connector_id}, call, content=content
        )

    async def update(
        self,
        connector_id: str,
        body: ProvisioningConnector,
        *,
        if_match: str | None = None,
        **call: Unpack[CallOptions],
    ) -> None:
        await self._one(
            UPDATE,
            {"connector_id": connector_id},
            call,
            headers={"If-Match": if_match},
            body=body,
        )

    async def delete(self, connector_id: str, **call: Unpack[CallOptions]) -> None:
        await self._one(DELETE, {"connector_id": connector_id}, call)

    def delta(
        self,
        *,
        deltatoken: str | None = None,
        skiptoken: str | None = None,
        prefer: str | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[ProvisioningConnector]:
        return self._pages(
            DELTA,
            {},
            call,
            query={"$deltatoken": deltatoken, "$skiptoken": skiptoken},
            headers={"Prefer": prefer},
        )

    @overload
    async def activity(
        self,
        connector_id: str,
        *,
        period: str,
        date: None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncDownload: ...
    @overload
    async def activity(
        self,
        connector_id: str,
        *,
        period: None = None,
        date: dt.date,
        **call: Unpack[CallOptions],
    ) -> AsyncDownload: ...
    async def activity(
        self,
        connector_id: str,
        *,
        period: str | None = None,
        date: dt.date | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncDownload:
        return await self._download(
            ACTIVITY,
            {"connector_id": connector_id, "period": period, "date": date},
            call,
        )

    async def get_limit(
        self,
        connector_id: str,
        *,
        at: Literal["hourly", "daily"],
        **call: Unpack[CallOptions],
    ) -> StringKeyLongValuePair:
        return await self._one(
            GET_LIMIT, {"connector_id": connector_id, "at": at}, call
        )

    def list_jobs(
        self,
        connector_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        skip: int | None = None,
        **call: Unpack[CallOptions],
    ) -> AsyncPages[SynchronizationJob]:
        return self._pages(
            LIST_JOBS,
            {"connector_id": connector_id},
            call,
            query={"$select": select, "$top": top, "$skip": skip},
        )

    async def add_job(
        self, connector_id: str, reference: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            ADD_JOB, {"connector_id": connector_id}, call, reference=reference
        )

    async def remove_job(
        self, connector_id: str, job_id: str, **call: Unpack[CallOptions]
    ) -> None:
        await self._one(
            REMOVE_JOB, {"connector_id": connector_id, "job_id": job_id}, call
        )

    @deprecated(
        "This action is deprecated and will be removed in May 2025. Use "
        "validateCredentials of a job instead."
    )
    async def test_connection(
        self,
        connector_id: str,
        *,
        wait: dt.timedelta | None = None,
        protocol_versions: Sequence[str] | None = None,
        **call: Unpack[CallOptions],
    ) -> bool:
        return await self._one(
            TEST_CONNECTION,
            {"connector_id": connector_id},
            call,
            members={"wait": wait, "protocolVersions": protocol_versions},
        )
