"""A service that keeps the record of one vessel, as a program meets it and as a test fakes it."""

from harbour import JsonValue, changes
from harbour.models import Vessel
from harbour.operations import VesselOperations


class FakeRegistry:
    """A service that needs no network."""

    def __init__(self, record: dict[str, JsonValue]) -> None:
        """Keep a record, and a list of what is sent to change it."""
        self.record = record
        self.sent: list[dict[str, JsonValue]] = []

    def get_vessel(self) -> Vessel:
        """Read the record."""
        return Vessel.from_dict(self.record)

    def update_vessel(self, body: Vessel) -> Vessel:
        """Change what the body has, and strike out what it has as null."""
        self.sent.append(body.to_dict())
        changed = self.record | body.to_dict()
        self.record = {key: item for key, item in changed.items() if item is not None}
        return self.get_vessel()

    def delete_vessel(self) -> None:
        """Strike the vessel off."""
        self.record = {}


def rename(registry: VesselOperations, name: str) -> Vessel:
    """Send a new name and nothing else."""
    return registry.update_vessel(Vessel(name=name))


def strike_flag(registry: VesselOperations) -> Vessel:
    """Send that there is no flag any more: a null, for what is None is not sent."""
    return registry.update_vessel(Vessel(extra={"flag": None}))


def sell(registry: VesselOperations, name: str) -> Vessel:
    """Change a record at several places, and send what is different."""
    vessel = registry.get_vessel()
    before = vessel.to_dict()
    vessel.name = name
    vessel.flag = None
    return registry.update_vessel(Vessel.from_dict(changes(before, vessel.to_dict())))
