"""A program that uses typed dicts."""

import json

from graph import is_a, models
from graph.operations import SynchronizationJobOperations


class Jobs:
    """Stores jobs, where a client would send them."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def list_synchronization_jobs(self) -> list[models.SynchronizationJob]:
        return [json.loads(text) for text in self.sent]

    def create_synchronization_job(
        self, body: models.SynchronizationJob
    ) -> models.SynchronizationJob:
        self.sent.append(json.dumps(body))
        return {**body, "id": str(len(self.sent))}

    def get_synchronization_job(self) -> models.SynchronizationJob:
        return self.list_synchronization_jobs()[-1]

    def delete_synchronization_job(self) -> None:
        self.sent.clear()

    def validate_credentials(self) -> None: ...
    def start_synchronization_job(self) -> None: ...
    def pause_synchronization_job(self) -> None: ...
    def restart_synchronization_job(self) -> None: ...

    def provision_on_demand(self) -> models.StringKeyStringValuePair:
        return {"key": "a", "value": "b"}


def advice(status: models.SynchronizationStatus) -> str:
    quarantine = status.get("quarantine") or {}
    match quarantine.get("reason"):
        case models.QuarantineReason.TOO_MANY_DELETES:
            return "look at the scope"
        case None:
            return "nothing"
        case reason if models.QuarantineReason.read(reason).is_known:
            return f"read about {reason}"
        case reason:
            return f"ask about {reason}"


def addresses(connectors: list[models.ProvisioningConnector]) -> list[str]:
    return [
        connector.get("baseAddress", "nowhere")
        for connector in connectors
        if is_a(connector, models.ScimConnector)
    ]


jobs = Jobs()
operations: SynchronizationJobOperations = jobs

# An object is created and sent.
job = operations.create_synchronization_job({"templateId": "scim"})
assert job.get("id") == "1"
assert jobs.sent == ['{"templateId": "scim"}']

# Only changes are sent, with an explicit null.
change: models.SynchronizationJob = {"templateId": None}
change["schedule"] = {"interval": "PT40M"}
operations.create_synchronization_job(change)
assert jobs.sent[-1] == '{"templateId": null, "schedule": {"interval": "PT40M"}}'

# Unknown keys are kept, although type checkers do not know them.
text = '{"id": "1", "newer": {"a": [1]}, "status@odata.x": "y"}'
known: models.SynchronizationJob = json.loads(text)
assert json.dumps(known) == text

# Enums are matched by member or by string.
assert advice({"quarantine": {"reason": "TooManyDeletes"}}) == "look at the scope"
assert advice({"quarantine": {"reason": "Unknown"}}) == "read about Unknown"
assert advice({"quarantine": {"reason": "Newer"}}) == "ask about Newer"
assert advice({}) == "nothing"

# Derived types are distinguished.
scim: models.ScimConnector = {
    "@odata.type": "#microsoft.graph.scimConnector",
    "baseAddress": "https://example.org",
}
other: models.ProvisioningConnector = {"displayName": "other"}
assert addresses([scim, other]) == ["https://example.org"]

# A key may be a string that is not a Python name.
run: models.provisioning.Run = {"from": "2021-06-01T12:34:56Z", "@odata.etag": "W/1"}
assert run.get("from", "").startswith("2021")
assert models.lookup("microsoft.graph.provisioning.run") is models.provisioning.Run
