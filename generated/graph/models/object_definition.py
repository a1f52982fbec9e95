"""The model of `microsoft.graph.objectDefinition`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_definition import AttributeDefinition
    from graph.models.object_definition_metadata_entry import (
        ObjectDefinitionMetadataEntry,
    )


@dataclass(kw_only=True, repr=False)
class ObjectDefinition(Model):
    """One kind of object in a directory, such as a user, and the attributes that it
    has. Part of a directoryDefinition.

    See `resources/synchronization-objectdefinition.md`.
    """

    attributes: list[AttributeDefinition] | None = None
    """What is known of the object's attributes."""

    metadata: list[ObjectDefinitionMetadataEntry] | None = None
    """Further settings of the object. Leave them as the template gives them."""

    name: str | None = None
    """Name of the object, unique within its directory.

    Object mappings refer to it. Required.
    """

    supported_apis: list[str] | None = None
    """Names of the APIs through which the directory offers the object.

    Empty if there is only one.
    """
