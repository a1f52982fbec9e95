from dataclasses import dataclass

from graph._codec import Model
from graph.models.attribute_mapping_source import AttributeMappingSource

@dataclass(kw_only=True)
class StringKeyAttributeMappingSourceValuePair(Model):
    key: str | None = None
    value: AttributeMappingSource | None = None
