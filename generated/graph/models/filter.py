"""The model of `microsoft.graph.filter`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.filter_group import FilterGroup


@dataclass(kw_only=True, repr=False)
class Filter(Model):
    """Decides which objects of the source take part in an objectMapping.

    An object takes part if at least one group matches it; without any group, every
    object takes part.

    See `resources/synchronization-filter.md`.
    """

    category_filter_groups: list[FilterGroup] | None = None
    """Groups that select whole categories of objects.

    Evaluated before all others. Not in general use; leave it empty.
    """

    groups: list[FilterGroup] | None = None
    """Groups of conditions, joined by or."""

    input_filter_groups: list[FilterGroup] | None = None
    """Groups that are evaluated while objects are read, before their references are
    known. Not in general use; leave it empty.
    """
