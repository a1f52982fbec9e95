"""The operations of `microsoft.graph.provisioningConnector`."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, overload

from graph._requests import Request, deprecated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from graph._results import AsyncDownload, AsyncPages, Download, Pages
    from graph.models.provisioning_connector import ProvisioningConnector
    from graph.models.string_key_long_value_pair import StringKeyLongValuePair
    from graph.models.synchronization_job import SynchronizationJob


class ProvisioningConnectorOperations(Protocol):
    """Operations of `provisioningConnector`.

    See `resources/synchronization-provisioningconnector.md`.
    """

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
    ) -> Pages[ProvisioningConnector]:
        """List the connectors of the organization.

        `GET /provisioning/connectors`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-list.md`.
        """
        ...

    def create(self, body: ProvisioningConnector) -> ProvisioningConnector:
        """Make a new connector.

        `POST /provisioning/connectors`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-create.md`.
        """
        ...

    def get(
        self,
        connector_id: str,
        *,
        user_id: str | None = None,
        at: Literal["me"] | None = None,
        select: Sequence[str] = (),
        expand: Sequence[str] = (),
        if_none_match: str | None = None,
    ) -> ProvisioningConnector:
        """Read one connector, of the organization or of an owner.

        `GET /provisioning/connectors/{connectorId}`,
        `GET /me/ownedConnectors/{connectorId}` or
        `GET /users/{id | userPrincipalName}/ownedConnectors/{connectorId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-get.md`.
        """
        ...

    def get_certificate(
        self, connector_id: str, *, if_none_match: str | None = None
    ) -> Download:
        """Download the certificate that a connector presents.

        `GET /provisioning/connectors/{connectorId}/certificate/$value`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-get.md`.
        """
        ...

    def upload_certificate(
        self, connector_id: str, content: bytes | Iterable[bytes] | BinaryIO
    ) -> None:
        """Replace the certificate that a connector presents.

        `PUT /provisioning/connectors/{connectorId}/certificate/$value`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-put-certificate.md`.
        """
        ...

    def update(
        self,
        connector_id: str,
        body: ProvisioningConnector,
        *,
        if_match: str | None = None,
    ) -> None:
        """Change the settings of a connector.

        `PATCH /provisioning/connectors/{connectorId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-update.md`.
        """
        ...

    def delete(self, connector_id: str) -> None:
        """Delete a connector that no job uses any more.

        `DELETE /provisioning/connectors/{connectorId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delete.md`.
        """
        ...

    def delta(
        self,
        *,
        deltatoken: str | None = None,
        skiptoken: str | None = None,
        prefer: str | None = None,
    ) -> Pages[ProvisioningConnector]:
        """Get the connectors that were added, changed or removed since the last call.

        `GET /provisioning/connectors/delta`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delta.md`.
        """
        ...

    @overload
    def activity(
        self, connector_id: str, *, period: str, date: None = None
    ) -> Download: ...
    @overload
    def activity(
        self, connector_id: str, *, period: None = None, date: dt.date
    ) -> Download: ...
    def activity(
        self,
        connector_id: str,
        *,
        period: str | None = None,
        date: dt.date | None = None,
    ) -> Download:
        """Download what a connector did in a period or on a day.

        `GET /provisioning/connectors/{connectorId}/activity(period='{period}')` or
        `GET /provisioning/connectors/{connectorId}/activity(date={date})`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-activity.md`.
        """
        ...

    def get_limit(
        self, connector_id: str, *, at: Literal["hourly", "daily"]
    ) -> StringKeyLongValuePair:
        """Find out how many calls a connector may still make.

        `GET /provisioning/connectors/{connectorId}/limits/hourly` or
        `GET /provisioning/connectors/{connectorId}/limits/daily`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-limits.md`.
        """
        ...

    def list_jobs(
        self,
        connector_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        skip: int | None = None,
    ) -> Pages[SynchronizationJob]:
        """List the jobs that use a connector.

        `GET /provisioning/connectors/{connectorId}/jobs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-list-jobs.md`.
        """
        ...

    def add_job(self, connector_id: str, reference: str) -> None:
        """Let a job use a connector.

        `POST /provisioning/connectors/{connectorId}/jobs/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-post-jobs.md`.
        """
        ...

    def remove_job(self, connector_id: str, job_id: str) -> None:
        """Take a connector away from a job.

        `DELETE /provisioning/connectors/{connectorId}/jobs/{jobId}/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delete-jobs.md`.
        """
        ...

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
    ) -> bool:
        """Find out whether the target answers.

        This action is deprecated and will be removed in May 2025. Use
        validateCredentials of a job instead.

        `POST /provisioning/connectors/{connectorId}/testConnection`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-testconnection.md`.
        """
        ...


class AsyncProvisioningConnectorOperations(Protocol):
    """Operations of `provisioningConnector` as coroutines.

    See `resources/synchronization-provisioningconnector.md`.
    """

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
    ) -> AsyncPages[ProvisioningConnector]:
        """List the connectors of the organization.

        `GET /provisioning/connectors`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-list.md`.
        """
        ...

    async def create(self, body: ProvisioningConnector) -> ProvisioningConnector:
        """Make a new connector.

        `POST /provisioning/connectors`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-create.md`.
        """
        ...

    async def get(
        self,
        connector_id: str,
        *,
        user_id: str | None = None,
        at: Literal["me"] | None = None,
        select: Sequence[str] = (),
        expand: Sequence[str] = (),
        if_none_match: str | None = None,
    ) -> ProvisioningConnector:
        """Read one connector, of the organization or of an owner.

        `GET /provisioning/connectors/{connectorId}`,
        `GET /me/ownedConnectors/{connectorId}` or
        `GET /users/{id | userPrincipalName}/ownedConnectors/{connectorId}`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-get.md`.
        """
        ...

    async def get_certificate(
        self, connector_id: str, *, if_none_match: str | None = None
    ) -> AsyncDownload:
        """Download the certificate that a connector presents.

        `GET /provisioning/connectors/{connectorId}/certificate/$value`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-get.md`.
        """
        ...

    async def upload_certificate(
        self, connector_id: str, content: bytes | Iterable[bytes] | BinaryIO
    ) -> None:
        """Replace the certificate that a connector presents.

        `PUT /provisioning/connectors/{connectorId}/certificate/$value`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-put-certificate.md`.
        """
        ...

    async def update(
        self,
        connector_id: str,
        body: ProvisioningConnector,
        *,
        if_match: str | None = None,
    ) -> None:
        """Change the settings of a connector.

        `PATCH /provisioning/connectors/{connectorId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-update.md`.
        """
        ...

    async def delete(self, connector_id: str) -> None:
        """Delete a connector that no job uses any more.

        `DELETE /provisioning/connectors/{connectorId}`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delete.md`.
        """
        ...

    def delta(
        self,
        *,
        deltatoken: str | None = None,
        skiptoken: str | None = None,
        prefer: str | None = None,
    ) -> AsyncPages[ProvisioningConnector]:
        """Get the connectors that were added, changed or removed since the last call.

        `GET /provisioning/connectors/delta`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delta.md`.
        """
        ...

    @overload
    async def activity(
        self, connector_id: str, *, period: str, date: None = None
    ) -> AsyncDownload: ...
    @overload
    async def activity(
        self, connector_id: str, *, period: None = None, date: dt.date
    ) -> AsyncDownload: ...
    async def activity(
        self,
        connector_id: str,
        *,
        period: str | None = None,
        date: dt.date | None = None,
    ) -> AsyncDownload:
        """Download what a connector did in a period or on a day.

        `GET /provisioning/connectors/{connectorId}/activity(period='{period}')` or
        `GET /provisioning/connectors/{connectorId}/activity(date={date})`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-activity.md`.
        """
        ...

    async def get_limit(
        self, connector_id: str, *, at: Literal["hourly", "daily"]
    ) -> StringKeyLongValuePair:
        """Find out how many calls a connector may still make.

        `GET /provisioning/connectors/{connectorId}/limits/hourly` or
        `GET /provisioning/connectors/{connectorId}/limits/daily`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-limits.md`.
        """
        ...

    def list_jobs(
        self,
        connector_id: str,
        *,
        select: Sequence[str] = (),
        top: int | None = None,
        skip: int | None = None,
    ) -> AsyncPages[SynchronizationJob]:
        """List the jobs that use a connector.

        `GET /provisioning/connectors/{connectorId}/jobs`.

        Least privilege: `Synchronization.Read.All` (delegated and application).

        See `api/synchronization-provisioningconnector-list-jobs.md`.
        """
        ...

    async def add_job(self, connector_id: str, reference: str) -> None:
        """Let a job use a connector.

        `POST /provisioning/connectors/{connectorId}/jobs/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-post-jobs.md`.
        """
        ...

    async def remove_job(self, connector_id: str, job_id: str) -> None:
        """Take a connector away from a job.

        `DELETE /provisioning/connectors/{connectorId}/jobs/{jobId}/$ref`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-delete-jobs.md`.
        """
        ...

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
    ) -> bool:
        """Find out whether the target answers.

        This action is deprecated and will be removed in May 2025. Use
        validateCredentials of a job instead.

        `POST /provisioning/connectors/{connectorId}/testConnection`.

        Least privilege: `Synchronization.ReadWrite.All` (delegated and application).

        See `api/synchronization-provisioningconnector-testconnection.md`.
        """
        ...


REQUESTS = {
    "list": [
        Request("GET", "/provisioning/connectors"),
    ],
    "create": [
        Request("POST", "/provisioning/connectors"),
    ],
    "get": [
        Request("GET", "/provisioning/connectors/{connector_id}"),
        Request("GET", "/me/ownedConnectors/{connector_id}", ("at", "me")),
        Request("GET", "/users/{user_id}/ownedConnectors/{connector_id}"),
    ],
    "get_certificate": [
        Request("GET", "/provisioning/connectors/{connector_id}/certificate/$value"),
    ],
    "upload_certificate": [
        Request("PUT", "/provisioning/connectors/{connector_id}/certificate/$value"),
    ],
    "update": [
        Request("PATCH", "/provisioning/connectors/{connector_id}"),
    ],
    "delete": [
        Request("DELETE", "/provisioning/connectors/{connector_id}"),
    ],
    "delta": [
        Request("GET", "/provisioning/connectors/delta"),
    ],
    "activity": [
        Request(
            "GET",
            "/provisioning/connectors/{connector_id}/activity(period='{period}')",
        ),
        Request("GET", "/provisioning/connectors/{connector_id}/activity(date={date})"),
    ],
    "get_limit": [
        Request(
            "GET",
            "/provisioning/connectors/{connector_id}/limits/hourly",
            ("at", "hourly"),
        ),
        Request(
            "GET",
            "/provisioning/connectors/{connector_id}/limits/daily",
            ("at", "daily"),
        ),
    ],
    "list_jobs": [
        Request("GET", "/provisioning/connectors/{connector_id}/jobs"),
    ],
    "add_job": [
        Request("POST", "/provisioning/connectors/{connector_id}/jobs/$ref"),
    ],
    "remove_job": [
        Request("DELETE", "/provisioning/connectors/{connector_id}/jobs/{job_id}/$ref"),
    ],
    "test_connection": [
        Request("POST", "/provisioning/connectors/{connector_id}/testConnection"),
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
    "get_certificate": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "upload_certificate": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "update": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "delete": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "delta": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "activity": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "get_limit": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "list_jobs": {
        "delegated_work": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
        "application": ["Synchronization.Read.All", "Synchronization.ReadWrite.All"],
    },
    "add_job": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "remove_job": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
    "test_connection": {
        "delegated_work": ["Synchronization.ReadWrite.All"],
        "application": [
            "Synchronization.ReadWrite.All",
            "Application.ReadWrite.OwnedBy",
        ],
    },
}
