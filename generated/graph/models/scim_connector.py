"""The model of `microsoft.graph.scimConnector`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.provisioning_connector import ProvisioningConnector

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from graph.models.string_key_string_value_pair import StringKeyStringValuePair


@dataclass(kw_only=True, repr=False)
class ScimConnector(ProvisioningConnector):
    """A connector to a target that speaks SCIM, the protocol for identities across
    domains.

    See `resources/synchronization-scimconnector.md`.
    """

    attribute_overrides: list[StringKeyStringValuePair] | None = None
    """Attributes that the target knows under another name than the protocol gives
    them.
    """

    base_address: str | None = None
    """Address of the target's SCIM endpoint, without a trailing slash.

    Required. Not nullable.
    """

    bearer_token: str | None = None
    """Deprecated. Keep the token among the secrets of the application's synchronization
    instead. Nullable.
    """

    maintenance_days: list[dt.date] | None = None
    """Days on which the target is not called at all."""

    maximum_filter_depth: int | None = None
    """How deep filters can be nested in queries to the target. The default value is
    1.
    """

    protocol_version: str | None = None
    """Version of the protocol that the target speaks.

    Possible values are: 1.1, 2.0. The default value is 2.0.
    """

    tenant_ids: list[UUID] | None = None
    """Tenants whose objects are written over this connector. Read-only."""
