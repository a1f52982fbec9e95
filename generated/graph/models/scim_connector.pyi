import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from graph.models.provisioning_connector import ProvisioningConnector
from graph.models.string_key_string_value_pair import StringKeyStringValuePair

@dataclass(kw_only=True)
class ScimConnector(ProvisioningConnector):
    attribute_overrides: list[StringKeyStringValuePair] | None = None
    base_address: str | None = None
    bearer_token: str | None = None
    maintenance_days: list[dt.date] | None = None
    maximum_filter_depth: int | None = None
    protocol_version: str | None = None
    tenant_ids: list[UUID] | None = None
