from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_flow_behavior import AttributeFlowBehavior
from graph.models.attribute_flow_type import AttributeFlowType
from graph.models.attribute_mapping_source import AttributeMappingSource

@dataclass(kw_only=True)
class AttributeMapping(Model):
    default_value: str | None = None
    export_missing_references: bool | None = None
    flow_behavior: AttributeFlowBehavior | None = None
    flow_type: AttributeFlowType | None = None
    matching_priority: int | None = None
    source: AttributeMappingSource | None = None
    target_attribute_name: str | None = None
