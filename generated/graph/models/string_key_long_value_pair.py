"""The model of `microsoft.graph.stringKeyLongValuePair`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph._values import Int64


@dataclass(kw_only=True, repr=False)
class StringKeyLongValuePair(Model):
    """A count under a name, for example how many users a job keeps in step.

    See `resources/synchronization-stringkeylongvaluepair.md`.
    """

    key: str | None = None
    """What is counted. Nullable."""

    value: Int64 | None = None
    """How many there are. Not nullable."""
