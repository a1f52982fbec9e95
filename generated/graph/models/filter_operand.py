"""The model of `microsoft.graph.filterOperand`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class FilterOperand(Model):
    """What a filterClause compares the value of an attribute with.

    See `resources/synchronization-filteroperand.md`.
    """

    values: list[str] | None = None
    """The values to compare with.

    Most operators take one; those that look for membership in a list take many.
    """
