from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_definition_metadata import AttributeDefinitionMetadata

@dataclass(kw_only=True)
class AttributeDefinitionMetadataEntry(Model):
    key: AttributeDefinitionMetadata | None = None
    value: str | None = None
