"""Operations of a service that stores one vessel, and a fake of the service."""

from harbour import JsonValue, changes
from harbour.models import Vessel
from harbour.operations import VesselOperations


class FakeRegistry:
    """A fake of the service that stores the vessel in memory."""

    def __init__(self, record: dict[str, JsonValue]) -> None:
        """Store a record; `sent` are the bodies of updates."""
        self.record = record
        self.sent: list[dict[str, JsonValue]] = []

    def get(self) -> Vessel:
        """Return the vessel."""
        return Vessel.from_dict(self.record)

    def update(self, body: Vessel) -> Vessel:
        """Apply the body of an update; a null removes a value."""
        self.sent.append(body.to_dict())
        changed = self.record | body.to_dict()
        self.record = {key: item for key, item in changed.items() if item is not None}
        return self.get()

    def delete(self) -> None:
        """Delete the vessel."""
        self.record = {}


def rename(registry: VesselOperations, name: str) -> Vessel:
    """Send a new name only."""
    return registry.update(Vessel(name=name))


def remove_flag(registry: VesselOperations) -> Vessel:
    """Remove the flag with an explicit null; fields that are None are not sent."""
    return registry.update(Vessel(extra={"flag": None}))


def sell(registry: VesselOperations, name: str) -> Vessel:
    """Change several fields, and send only the changes."""
    vessel = registry.get()
    before = vessel.to_dict()
    vessel.name = name
    vessel.flag = None
    return registry.update(Vessel.from_dict(changes(before, vessel.to_dict())))
