"""The model of `microsoft.graph.objectDefinitionMetadataEntry`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.object_definition_metadata import ObjectDefinitionMetadata


@dataclass(kw_only=True, repr=False)
class ObjectDefinitionMetadataEntry(Model):
    """One further setting of an objectDefinition, as a pair of a known name and a text.

    See `resources/synchronization-objectdefinitionmetadataentry.md`.
    """

    key: ObjectDefinitionMetadata | None = None
    """Which setting of the object this is."""

    value: str | None = None
    """Value of the setting: the name of an attribute, or True or False. Nullable."""
