from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_mapping import AttributeMapping
from graph.models.filter import Filter
from graph.models.object_flow_types import ObjectFlowTypes
from graph.models.object_mapping_metadata_entry import ObjectMappingMetadataEntry

@dataclass(kw_only=True)
class ObjectMapping(Model):
    attribute_mappings: list[AttributeMapping] | None = None
    enabled: bool | None = None
    flow_types: ObjectFlowTypes | None = None
    metadata: list[ObjectMappingMetadataEntry] | None = None
    name: str | None = None
    scope: Filter | None = None
    source_object_name: str | None = None
    target_object_name: str | None = None
