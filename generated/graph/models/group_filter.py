"""The model of `microsoft.graph.groupFilter`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class GroupFilter(Model):
    """Narrows a synchronizationRule to objects that are members of certain groups.

    See `resources/synchronization-groupfilter.md`.
    """

    included_groups: list[str] | None = None
    """Identifiers of the groups whose direct members take part.

    Members of nested groups don't.
    """
