"""The model of `microsoft.graph.containerFilter`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class ContainerFilter(Model):
    """Narrows a synchronizationRule to objects that live in certain containers, also
    called "organizational units" in some directories.

    See `resources/synchronization-containerfilter.md`.
    """

    included_containers: list[str] | None = None
    """Identifiers of the containers whose objects take part.

    Objects in a container's "children" take part as well. With an empty list, no object
    takes part.
    """
