"""The model of `microsoft.graph.vessel`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.rig import Rig


@dataclass(kw_only=True, repr=False)
class Vessel(Model):
    """A boat of the club.

    See `resources/boat.md`.
    """

    id: str | None = None
    """The key."""

    title: str | None = None
    """What it is called."""

    berth: str | None = None
    """Where it lies."""

    owner: str | None = None
    """Whose it is."""

    rig: Rig | None = None
    """How it is rigged."""
