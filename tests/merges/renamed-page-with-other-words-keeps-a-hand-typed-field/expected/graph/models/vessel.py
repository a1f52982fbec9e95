"""The model of `microsoft.graph.vessel`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.rig import Rig


@dataclass(kw_only=True, repr=False)
class Vessel(Model):
    """A vessel, with or without sails.

    See `resources/vessel.md`.
    """

    id: str | None = None
    """The key."""

    name: str | None = None
    """What is painted on it."""

    length: float | None = None
    """In metres, over all."""

    rig: Rig | None = None
    """Its rig."""
