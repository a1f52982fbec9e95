"""Tests of `scimConnector`, generated from
`resources/synchronization-scimconnector.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.scimConnector"
WIRE_NAMES = {
    "attribute_overrides": "attributeOverrides",
    "base_address": "baseAddress",
    "bearer_token": "bearerToken",
    "maintenance_days": "maintenanceDays",
    "maximum_filter_depth": "maximumFilterDepth",
    "protocol_version": "protocolVersion",
    "tenant_ids": "tenantIds",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.scimConnector",
    "attributeOverrides": [{"@odata.type": "microsoft.graph.stringKeyStringValuePair"}],
    "baseAddress": "Base address",
    "bearerToken": "Bearer token",
    "displayName": "Display name",
    "id": "Id",
    "maintenanceDays": ["2021-06-01"],
    "maximumFilterDepth": 1024,
    "protocolVersion": "1.1",
    "tenantIds": ["c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ScimConnector


def test_names_on_the_wire() -> None:
    names = wire_names(models.ScimConnector)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ScimConnector.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
