"""The model of `microsoft.graph.boat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.rig import Rig


@dataclass(kw_only=True, repr=False)
class Boat(Model):
    """A boat of the club.

    See `resources/boat.md`.
    """

    id: str | None = None
    """The key."""

    name: str | None = None
    """What it is called."""

    length: int | None = None
    """In feet."""

    rig: Rig | None = None
    """How it is rigged."""
