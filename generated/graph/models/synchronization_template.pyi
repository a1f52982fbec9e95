from dataclasses import dataclass
from uuid import UUID

from graph.models.entity import Entity
from graph.models.synchronization_metadata_entry import SynchronizationMetadataEntry
from graph.models.synchronization_schema import SynchronizationSchema

@dataclass(kw_only=True)
class SynchronizationTemplate(Entity):
    application_id: UUID | None = None
    default: bool | None = None
    description: str | None = None
    discoverable: bool | None = None
    factory_tag: str | None = None
    metadata: list[SynchronizationMetadataEntry] | None = None
    schema_: SynchronizationSchema | None = None
