"""The model of `microsoft.graph.synchronizationSecretKeyStringValuePair`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.synchronization_secret import SynchronizationSecret


@dataclass(kw_only=True, repr=False)
class SynchronizationSecretKeyStringValuePair(Model):
    """One setting or secret for the connection to an application.

    See `resources/synchronization-synchronizationsecretkeystringvaluepair.md`.
    """

    key: SynchronizationSecret | None = None
    """Which setting or secret this is. Required. Not nullable."""

    value: str | None = None
    """The setting or secret itself. Comes back empty where it is secret. Nullable."""
