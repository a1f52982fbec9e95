"""The model of `microsoft.graph.objectMappingMetadataEntry`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.object_mapping_metadata import ObjectMappingMetadata


@dataclass(kw_only=True, repr=False)
class ObjectMappingMetadataEntry(Model):
    """One further setting of an objectMapping, as a pair of a known name and a text.

    See `resources/synchronization-objectmappingmetadataentry.md`.
    """

    key: ObjectMappingMetadata | None = None
    """Which setting of the mapping this is. Nullable."""

    value: str | None = None
    """Value of the setting. The valid values depend on key. Nullable."""
