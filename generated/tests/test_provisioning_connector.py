"""Tests of `provisioningConnector`, generated from
`resources/synchronization-provisioningconnector.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.provisioningConnector"
WIRE_NAMES = {
    "agent_id": "agentId",
    "batch_size": "batchSize",
    "blackout_begins": "blackoutBegins",
    "blackout_length": "blackoutLength",
    "bytes_sent": "bytesSent",
    "certificate": "certificate",
    "certificate_expiration_date": "certificateExpirationDate",
    "cost_per_operation": "costPerOperation",
    "created_date_time": "createdDateTime",
    "custom_data": "customData",
    "display_name": "displayName",
    "error_rate": "errorRate",
    "is_enabled": "isEnabled",
    "retries": "retries",
    "tags": "tags",
    "throttling_factor": "throttlingFactor",
    "runs": "runs",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.provisioningConnector",
    "agentId": "c2f3a1de-7a5b-4f2c-9d2e-0c5a1b0c9a11",
    "batchSize": 16,
    "blackoutBegins": "12:34:56",
    "blackoutLength": "PT1H30M",
    "bytesSent": 1024,
    "certificate": "AQID",
    "certificateExpirationDate": "2021-06-01",
    "costPerOperation": 0.5,
    "createdDateTime": "2021-06-01T12:34:56Z",
    "customData": {"@odata.type": "microsoft.graph.synchronizationCustomData"},
    "displayName": "Display name",
    "errorRate": 0.25,
    "id": "Id",
    "isEnabled": True,
    "retries": 2,
    "tags": ["Tags"],
    "throttlingFactor": 1.5,
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.ProvisioningConnector


def test_names_on_the_wire() -> None:
    names = wire_names(models.ProvisioningConnector)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.ProvisioningConnector.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
