from dataclasses import dataclass

from graph._codec import Model
from graph.models.synchronization_metadata import SynchronizationMetadata

@dataclass(kw_only=True)
class SynchronizationMetadataEntry(Model):
    key: SynchronizationMetadata | None = None
    value: str | None = None
