"""The model of `microsoft.graph.objectMapping`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_mapping import AttributeMapping
    from graph.models.filter import Filter
    from graph.models.object_flow_types import ObjectFlowTypes
    from graph.models.object_mapping_metadata_entry import ObjectMappingMetadataEntry


@dataclass(kw_only=True, repr=False)
class ObjectMapping(Model):
    """Pairs a kind of object in the source directory with one in the target directory:
    which objects take part, which of their changes are synchronized, and how each
    attribute is filled.

    See `resources/synchronization-objectmapping.md`.
    """

    attribute_mappings: list[AttributeMapping] | None = None
    """How each attribute of the target object is filled."""

    enabled: bool | None = None
    """Whether the mapping is in force.

    A mapping that isn't leaves the target objects as they are. Not nullable. The
    default value is true.
    """

    flow_types: ObjectFlowTypes | None = None
    """Which changes of source objects are synchronized. Not nullable."""

    metadata: list[ObjectMappingMetadataEntry] | None = None
    """Further settings of the mapping."""

    name: str | None = None
    """A name for people, shown in the portal. Nullable."""

    scope: Filter | None = None
    """Which objects of the source take part. Without one, all of them do. Nullable."""

    source_object_name: str | None = None
    """Name of the object in the source directory, as in its objectDefinition.
    Required.
    """

    target_object_name: str | None = None
    """Name of the object in the target directory, as in its objectDefinition.
    Required.
    """
