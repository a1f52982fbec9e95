from dataclasses import dataclass

from graph._codec import Model
from graph.models.object_mapping_metadata import ObjectMappingMetadata

@dataclass(kw_only=True)
class ObjectMappingMetadataEntry(Model):
    key: ObjectMappingMetadata | None = None
    value: str | None = None
