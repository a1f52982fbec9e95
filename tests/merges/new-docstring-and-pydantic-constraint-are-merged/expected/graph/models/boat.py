"""The model of `microsoft.graph.boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph._model import Model

if TYPE_CHECKING:
    from graph.models.rig import Rig


class Boat(Model):
    """A boat of the club.

    See `resources/boat.md`.
    """

    id: str | None = None
    """The key."""

    name: str | None = None
    """What it is called."""

    length: int | None = Field(default=None, ge=0)
    """In metres."""

    rig: Rig | None = None
    """How it is rigged."""
