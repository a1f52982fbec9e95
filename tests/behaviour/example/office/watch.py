"""What the office says of vessels: it matches on enums and on derived types."""

from decimal import Decimal

from harbour.models import Ferry, Freighter, HazardKinds, Port, Vessel, VesselState


def whereabouts(vessel: Vessel) -> str:
    """Return where a vessel is, also if the service has a word for it that no page has.

    The unknown comes before the members: a checker then sees that none of them is left out.
    """
    match vessel.state:
        case None:
            return "nobody knows where"
        case unknown if not unknown.is_known:
            return f"somewhere called {unknown}"
        case VesselState.EXPECTED:
            return "on its way"
        case VesselState.MOORED | VesselState.LEFT as seen:
            return f"seen: {seen}"


def toll(vessel: Vessel) -> Decimal:
    """Reckon what a vessel pays."""
    match vessel:
        case Ferry(decks=int(decks)):
            return Decimal(20 * decks)
        case Freighter(cargo=list(cargo)):
            return sum((item.weight or Decimal() for item in cargo), Decimal(100))
        case _:
            return Decimal(50)


def dangers(port: Port) -> dict[str, list[HazardKinds]]:
    """List the hazards of each freighter that carries any, one by one."""
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
