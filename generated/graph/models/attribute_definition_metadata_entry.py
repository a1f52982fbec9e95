"""The model of `microsoft.graph.attributeDefinitionMetadataEntry`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_definition_metadata import AttributeDefinitionMetadata


@dataclass(kw_only=True, repr=False)
class AttributeDefinitionMetadataEntry(Model):
    """One further setting of an attributeDefinition, as a pair of a known name and a
    text.

    See `resources/synchronization-attributedefinitionmetadataentry.md`.
    """

    key: AttributeDefinitionMetadata | None = None
    """Which setting this is. Nullable."""

    value: str | None = None
    """Value of the setting.

    Switches are written as True and False, numbers in decimal digits.
    """
