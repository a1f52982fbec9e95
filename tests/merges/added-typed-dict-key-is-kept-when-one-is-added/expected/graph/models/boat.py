"""The model of `microsoft.graph.boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from graph._hints import with_hints
from graph._model import Model

if TYPE_CHECKING:
    from graph.models.rig import Rig


@with_hints
class Boat(Model, TypedDict, total=False):
    """A boat of the club.

    See `resources/boat.md`.
    """

    id: str
    """The key."""

    name: str | None
    """What it is called."""

    length: int | None
    """In feet."""

    rig: Rig | str | None
    """How it is rigged."""

    berth: str | None
    """Where it lies."""

    nickname: str
