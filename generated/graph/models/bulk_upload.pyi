from dataclasses import dataclass

from graph.models.entity import Entity

@dataclass(kw_only=True)
class BulkUpload(Entity): ...
