from dataclasses import dataclass

from graph.models.directory_definition import DirectoryDefinition
from graph.models.entity import Entity
from graph.models.synchronization_rule import SynchronizationRule

@dataclass(kw_only=True)
class SynchronizationSchema(Entity):
    synchronization_rules: list[SynchronizationRule] | None = None
    version: str | None = None
    directories: list[DirectoryDefinition] | None = None
