"""The enum `microsoft.graph.rig`."""

from graph._enums import OpenEnum


class Rig(OpenEnum):
    """How a boat is rigged.

    See `resources/rig.md`.
    """

    SLOOP = "sloop"
    """One mast, two sails."""

    KETCH = "ketch"
    """Two masts."""

    JUNK = "junk"
    """As in the east."""
