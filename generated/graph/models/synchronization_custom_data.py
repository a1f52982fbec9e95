"""The model of `microsoft.graph.synchronizationCustomData`."""

from __future__ import annotations

from dataclasses import dataclass

from graph._codec import Model


@dataclass(kw_only=True, repr=False)
class SynchronizationCustomData(Model):
    """Data that a connector keeps for itself.

    This is an open type: beside the property below it can carry others, under whatever
    names the connector's maker chooses. The service stores them and returns them
    unchanged.

    See `resources/synchronization-synchronizationcustomdata.md`.
    """

    schema_uri: str | None = None
    """Address of a JSON Schema that describes the other properties. Nullable."""
