"""The model of `microsoft.graph.referencedObject`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class ReferencedObject(Model):
    """Names an object that an attribute of type Reference can point to, and the
    attribute by which it is found there.

    See `resources/synchronization-referencedobject.md`.
    """

    referenced_object_name: str | None = None
    """Name of the object pointed to, as in its objectDefinition."""

    referenced_property: str | None = None
    """Attribute of that object whose value the reference holds.

    Nullable; without it, the object's anchor is meant.
    """
