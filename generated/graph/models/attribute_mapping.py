"""The model of `microsoft.graph.attributeMapping`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.attribute_flow_behavior import AttributeFlowBehavior
    from graph.models.attribute_flow_type import AttributeFlowType
    from graph.models.attribute_mapping_source import AttributeMappingSource


@dataclass(kw_only=True, repr=False)
class AttributeMapping(Model):
    """Describes how the value of one attribute of the target object is computed from
    the source object, and when it is written. An objectMapping holds one of these for
    every attribute that it fills.

    See `resources/synchronization-attributemapping.md`.
    """

    default_value: str | None = None
    """Text to write when the source gives no value.

    Leave it out to write nothing in that case. Nullable.
    """

    export_missing_references: bool | None = None
    """Whether a reference is still written when the object that it points to has not
    been provisioned yet. Not nullable. The default value is false.
    """

    flow_behavior: AttributeFlowBehavior | None = None
    """Whether the value is written in every cycle or only after a change. Not
    nullable.
    """

    flow_type: AttributeFlowType | None = None
    """Which operations on the target object carry the value along. Not nullable."""

    matching_priority: int | None = None
    """Place of this attribute among those by which source and target objects are
    paired: 1 is tried first, then 2, and so on.

    0 takes no part. Not nullable.
    """

    source: AttributeMappingSource | None = None
    """Where the value comes from: an attribute, a constant, or a function of either."""

    target_attribute_name: str | None = None
    """Attribute of the target object that is written.

    It must be listed in the target's objectDefinition.
    """
