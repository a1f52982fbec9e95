from dataclasses import dataclass

from graph._codec import Model
from graph.models.rig import Rig

@dataclass(kw_only=True)
class Vessel(Model):
    id: str | None = None
    name: str | None = None
    length: int | None = None
    rig: Rig | None = None
    def shout(self) -> str: ...
