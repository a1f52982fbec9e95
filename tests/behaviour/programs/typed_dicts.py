"""A program that uses typed dicts."""

import json
from collections.abc import Iterator, Sequence

from graph import is_a, models
from graph.operations import SynchronizationJobOperations


class StoredJobs:
    """Stored jobs, in one page."""

    count = None
    next_link = None
    delta_link = None

    def __init__(self, jobs: Sequence[models.SynchronizationJob]) -> None:
        self.jobs = jobs

    def __iter__(self) -> Iterator[models.SynchronizationJob]:
        return iter(self.jobs)

    def pages(self) -> Iterator[Sequence[models.SynchronizationJob]]:
        yield self.jobs

    def first(self) -> models.SynchronizationJob | None:
        return next(iter(self.jobs), None)

    def get_count(self) -> int:
        return len(self.jobs)

    def resume(self, link: str) -> "StoredJobs":
        raise ValueError(f"there is no other page: {link}")


class Jobs:
    """Stores the jobs of one application, where a client would send them."""

    def __init__(self, application: str) -> None:
        self.application = application
        self.sent: list[str] = []

    def list(self, service_principal_id: str, **_: object) -> StoredJobs:
        assert service_principal_id == self.application
        return StoredJobs([json.loads(text) for text in self.sent])

    def create(
        self, service_principal_id: str, body: models.SynchronizationJob
    ) -> models.SynchronizationJob:
        assert service_principal_id == self.application
        self.sent.append(json.dumps(body))
        return {**body, "id": str(len(self.sent))}

    def get(
        self, service_principal_id: str, job_id: str, **_: object
    ) -> models.SynchronizationJob:
        stored = self.list(service_principal_id)
        return stored.jobs[int(job_id) - 1]

    def delete(self, service_principal_id: str, job_id: str) -> None:
        assert self.get(service_principal_id, job_id)
        del self.sent[int(job_id) - 1]

    def validate_credentials(self, *_: object, **__: object) -> None: ...
    def start(self, *_: object, **__: object) -> None: ...
    def pause(self, *_: object, **__: object) -> None: ...
    def restart(self, *_: object, **__: object) -> None: ...

    def provision_on_demand(
        self, *_: object, **__: object
    ) -> models.StringKeyStringValuePair:
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


jobs = Jobs("app")
operations: SynchronizationJobOperations = jobs

# An object is created and sent.
job = operations.create("app", {"templateId": "scim"})
assert job.get("id") == "1"
assert operations.get("app", "1") == {"templateId": "scim"}
assert [one.get("templateId") for one in operations.list("app")] == ["scim"]
assert jobs.sent == ['{"templateId": "scim"}']

# Only changes are sent, with an explicit null.
change: models.SynchronizationJob = {"templateId": None}
change["schedule"] = {"interval": "PT40M"}
operations.create("app", change)
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
