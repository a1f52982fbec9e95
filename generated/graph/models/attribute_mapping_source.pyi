from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_mapping_source_type import AttributeMappingSourceType
from graph.models.string_key_attribute_mapping_source_value_pair import (
    StringKeyAttributeMappingSourceValuePair,
)

@dataclass(kw_only=True)
class AttributeMappingSource(Model):
    expression: str | None = None
    name: str | None = None
    parameters: list[StringKeyAttributeMappingSourceValuePair] | None = None
    type: AttributeMappingSourceType | None = None
