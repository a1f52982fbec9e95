"""Uses of the package; each checks its results."""

import datetime as dt
from decimal import Decimal

from harbour.models import (
    Cargo,
    Ferry,
    Freighter,
    HazardKinds,
    Port,
    Vessel,
    VesselState,
    lookup,
)

from office.matching import hazards_of, position, toll
from office.reading import class_of, read
from office.registry import FakeRegistry, remove_flag, rename, sell

NEWS = """
{
  "name": "Westhaven",
  "tide": "high",
  "vessels": [
    {"@odata.type": "#harbour.ferry", "id": "1", "name": "Aurora", "decks": 3, "state": "moored"},
    {
      "@odata.type": "#harbour.freighter",
      "id": "2",
      "name": "Borealis",
      "state": "adrift",
      "cargo": [{"goods": "lamp oil", "weight": 12.5, "hazards": "fire,poison"}]
    },
    {"@odata.type": "#harbour.submarine", "id": "3", "name": "Cod", "depth": 40},
    {"id": "4"}
  ]
}
"""


def build() -> None:
    """Create objects, and write and read them as JSON."""
    ferry = Ferry(
        name="Aurora",
        decks=2,
        arrival=dt.datetime(2026, 7, 1, 6, 30, tzinfo=dt.UTC),
        state=VesselState.EXPECTED,
        routes=["Westhaven - Skerry"],
    )
    assert ferry.to_dict() == {
        "name": "Aurora",
        "arrival": "2026-07-01T06:30:00Z",
        "state": "expected",
        "decks": 2,
        "routes": ["Westhaven - Skerry"],
    }
    ferry.decks = 3
    assert Ferry.from_json(ferry.to_json()) == ferry
    oil = Cargo(goods="oil", hazards=HazardKinds.FIRE | HazardKinds.POISON)
    assert oil.hazards is not None
    assert "fire" in oil.hazards
    assert Port(vessels=[Freighter(cargo=[oil])]).to_dict() == {
        "vessels": [
            {
                "@odata.type": "#harbour.freighter",
                "cargo": [{"goods": "oil", "hazards": "fire,poison"}],
            }
        ]
    }


def visit() -> None:
    """Read a response, and visit its objects."""
    port = Port.from_json(NEWS)
    vessels = port.vessels or []
    assert [type(vessel) for vessel in vessels] == [Ferry, Freighter, Vessel, Vessel]
    assert [toll(vessel) for vessel in vessels] == [
        Decimal(60),
        Decimal("112.5"),
        Decimal(50),
        Decimal(50),
    ]
    assert [position(vessel) for vessel in vessels] == [
        "known: moored",
        "unknown: adrift",
        "no position",
        "no position",
    ]
    assert hazards_of(port) == {"Borealis": [HazardKinds.FIRE, HazardKinds.POISON]}
    assert vessels[2].extra == {"@odata.type": "#harbour.submarine", "depth": 40}
    assert port.extra == {"tide": "high"}


def change() -> None:
    """Send changes, with nulls for removed values."""
    registry = FakeRegistry({"id": "1", "name": "Aurora", "flag": "NO", "length": 80})
    assert rename(registry, "Boreas").name == "Boreas"
    assert remove_flag(registry).flag is None
    registry.record["flag"] = "IS"
    assert sell(registry, "Cod").name == "Cod"
    assert registry.sent == [
        {"name": "Boreas"},
        {"flag": None},
        {"name": "Cod", "flag": None},
    ]
    assert registry.record == {"id": "1", "name": "Cod", "length": 80}


def look_up() -> None:
    """Find classes by their qualified names."""
    assert lookup("harbour.ferry") is Ferry
    assert class_of("harbour.freighter") == "Freighter"
    assert class_of("harbour.fery").endswith("did you mean 'harbour.ferry'?")


def handle_errors() -> None:
    """Handle an invalid value."""
    assert read(NEWS) == Port.from_json(NEWS)
    message = read('{"vessels": [{}, {"arrival": "tomorrow"}]}')
    assert isinstance(message, str)
    assert message.startswith(".vessels[1].arrival is wrong: expected a date-time")


if __name__ == "__main__":
    for step in (build, visit, change, look_up, handle_errors):
        step()
    print("All well.")  # noqa: T201
