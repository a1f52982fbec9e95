from dataclasses import dataclass

from graph._codec import Model
from graph.models.object_definition_metadata import ObjectDefinitionMetadata

@dataclass(kw_only=True)
class ObjectDefinitionMetadataEntry(Model):
    key: ObjectDefinitionMetadata | None = None
    value: str | None = None
