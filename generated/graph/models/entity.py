"""The model of `microsoft.graph.entity`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class Entity(Model):
    """The root of all entity types.

    It is abstract: no object is ever just an entity, but whatever can be read, updated
    or deleted at an address of its own carries the identifier that is declared here.

    See `resources/entity.md`.
    """

    id: str | None = None
    """Identifies the object among all objects of its kind.

    Assigned by the service. Key. Not nullable. Read-only.
    """
