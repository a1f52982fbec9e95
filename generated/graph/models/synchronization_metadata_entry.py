"""The model of `microsoft.graph.synchronizationMetadataEntry`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.synchronization_metadata import SynchronizationMetadata


@dataclass(kw_only=True, repr=False)
class SynchronizationMetadataEntry(Model):
    """One further setting of a synchronizationTemplate, as a pair of a known name and a
    text.

    See `resources/synchronization-synchronizationmetadataentry.md`.
    """

    key: SynchronizationMetadata | None = None
    """Which setting of the template this is. Nullable."""

    value: str | None = None
    """Value of the setting.

    Longer settings, such as the list of fields that an administrator fills in, are JSON
    in a string.
    """
