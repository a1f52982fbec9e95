"""The model of `microsoft.graph.filterGroup`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.filter_clause import FilterClause


@dataclass(kw_only=True, repr=False)
class FilterGroup(Model):
    """Conditions that must all hold for an object to be let through.

    The groups of a filter are alternatives to each other.

    See `resources/synchronization-filtergroup.md`.
    """

    clauses: list[FilterClause] | None = None
    """The conditions, joined by and."""

    name: str | None = None
    """A name for people, shown in the portal. Nullable."""
