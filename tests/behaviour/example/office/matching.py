"""Functions that match enums and derived types."""

from decimal import Decimal

from harbour.models import Ferry, Freighter, HazardKinds, Port, Vessel, VesselState


def position(vessel: Vessel) -> str:
    """Describe the position of a vessel, which may have an unknown value.

    Unknown values are matched before members, so that a type checker can check that all members
    are matched.
    """
    match vessel.state:
        case None:
            return "no position"
        case unknown if not unknown.is_known:
            return f"unknown: {unknown}"
        case VesselState.EXPECTED:
            return "on its way"
        case VesselState.MOORED | VesselState.LEFT as known:
            return f"known: {known}"


def toll(vessel: Vessel) -> Decimal:
    """Return the toll of a vessel."""
    match vessel:
        case Ferry(decks=int(decks)):
            return Decimal(20 * decks)
        case Freighter(cargo=list(cargo)):
            return sum((item.weight or Decimal() for item in cargo), Decimal(100))
        case _:
            return Decimal(50)


def hazards_of(port: Port) -> dict[str, list[HazardKinds]]:
    """Return the hazards of each freighter that has any."""
    return {
        vessel.name or "?": found
        for vessel in port.vessels or []
        if isinstance(vessel, Freighter)
        if (
            found := [
                kind for item in vessel.cargo or [] for kind in item.hazards or ()
            ]
        )
    }
