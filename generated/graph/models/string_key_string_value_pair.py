"""The model of `microsoft.graph.stringKeyStringValuePair`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class StringKeyStringValuePair(Model):
    """A text under a name.

    Serves wherever names are not fixed, and as the answer of provisionOnDemand, whose
    value holds a report in JSON.

    See `resources/synchronization-stringkeystringvaluepair.md`.
    """

    key: str | None = None
    """The name."""

    value: str | None = None
    """The text. Nullable."""
