"""The model of `microsoft.graph.provisioningConnector`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal
    from uuid import UUID

    from graph._values import Int64
    from graph.models.provisioning.run import Run as ProvisioningRun
    from graph.models.synchronization_custom_data import SynchronizationCustomData
    from graph.models.synchronization_job import SynchronizationJob


@dataclass(kw_only=True, repr=False)
class ProvisioningConnector(Entity):
    """What all connectors to a target system have in common.

    This is an abstract type; each protocol has a type of its own, such as
    scimConnector.

    See `resources/synchronization-provisioningconnector.md`.
    """

    agent_id: UUID | None = None
    """The agent on the customer's premises that carries the traffic.

    Nullable; without it, the target is reached directly.
    """

    batch_size: int | None = None
    """How many objects go into one call. The default value is 50."""

    blackout_begins: dt.time | None = None
    """Time of day, in UTC, from which nothing is written to the target. Nullable."""

    blackout_length: dt.timedelta | None = None
    """How long writing then rests, in ISO 8601 format. Nullable."""

    bytes_sent: Int64 | None = None
    """How many bytes were sent since the connector was made. Not nullable.
    Read-only.
    """

    certificate: bytes | None = None
    """The certificate that the connector presents, in DER form, as Base64 text.

    Returned only on $select.
    """

    certificate_expiration_date: dt.date | None = None
    """Last day on which the certificate is valid. Read-only."""

    cost_per_operation: Decimal | None = None
    """What one write to the target costs, in the currency of the contract. Nullable."""

    created_date_time: dt.datetime | None = None
    """When the connector was made, in UTC.

    Not nullable. Read-only. Supports $filter (ge, le).
    """

    custom_data: SynchronizationCustomData | None = None
    """What the connector's maker keeps for itself. Nullable."""

    display_name: str | None = None
    """A name for people. Required. Supports $filter (eq, startsWith)."""

    error_rate: float | None = None
    """Share of calls that failed during the last day, from 0 to 1.

    Not nullable. Read-only.
    """

    is_enabled: bool | None = None
    """Whether jobs can use the connector. Not nullable. The default value is true."""

    retries: int | None = None
    """How often a failed call is repeated. The default value is 3."""

    tags: list[str] | None = None
    """Words by which administrators find the connector again."""

    throttling_factor: float | None = None
    """By how much calls are slowed down: 1 not at all, 2 to half the speed."""

    jobs: list[SynchronizationJob] | None = None
    """The jobs that use the connector."""

    runs: list[ProvisioningRun] | None = field(
        default=None, metadata={"type": "microsoft.graph.provisioning.run"}
    )
    """The runs that used the connector, the latest first."""
