import datetime as dt
from dataclasses import dataclass

from graph.models.directory_definition_discoverabilities import (
    DirectoryDefinitionDiscoverabilities,
)
from graph.models.entity import Entity
from graph.models.object_definition import ObjectDefinition

@dataclass(kw_only=True)
class DirectoryDefinition(Entity):
    discoverabilities: DirectoryDefinitionDiscoverabilities | None = None
    discovery_date_time: dt.datetime | None = None
    name: str | None = None
    objects: list[ObjectDefinition] | None = None
    read_only: bool | None = None
    version: str | None = None
