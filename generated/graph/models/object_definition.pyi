from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_definition import AttributeDefinition
from graph.models.object_definition_metadata_entry import ObjectDefinitionMetadataEntry

@dataclass(kw_only=True)
class ObjectDefinition(Model):
    attributes: list[AttributeDefinition] | None = None
    metadata: list[ObjectDefinitionMetadataEntry] | None = None
    name: str | None = None
    supported_apis: list[str] | None = None
