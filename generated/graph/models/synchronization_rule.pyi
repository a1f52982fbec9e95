from dataclasses import dataclass

from graph._codec import Model
from graph.models.container_filter import ContainerFilter
from graph.models.group_filter import GroupFilter
from graph.models.object_mapping import ObjectMapping
from graph.models.string_key_string_value_pair import StringKeyStringValuePair

@dataclass(kw_only=True)
class SynchronizationRule(Model):
    container_filter: ContainerFilter | None = None
    editable: bool | None = None
    group_filter: GroupFilter | None = None
    id: str | None = None
    metadata: list[StringKeyStringValuePair] | None = None
    name: str | None = None
    object_mappings: list[ObjectMapping] | None = None
    priority: int | None = None
    source_directory_name: str | None = None
    target_directory_name: str | None = None
