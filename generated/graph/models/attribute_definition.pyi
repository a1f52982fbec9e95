from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_definition_metadata_entry import (
    AttributeDefinitionMetadataEntry,
)
from graph.models.attribute_type import AttributeType
from graph.models.mutability import Mutability
from graph.models.referenced_object import ReferencedObject
from graph.models.string_key_string_value_pair import StringKeyStringValuePair

@dataclass(kw_only=True)
class AttributeDefinition(Model):
    anchor: bool | None = None
    api_expressions: list[StringKeyStringValuePair] | None = None
    case_exact: bool | None = None
    default_value: str | None = None
    flow_null_values: bool | None = None
    metadata: list[AttributeDefinitionMetadataEntry] | None = None
    multivalued: bool | None = None
    mutability: Mutability | None = None
    name: str | None = None
    referenced_objects: list[ReferencedObject] | None = None
    required: bool | None = None
    type: AttributeType | None = None
