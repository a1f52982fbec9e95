from dataclasses import dataclass

from graph._codec import Model
from ours import Feet

@dataclass(kw_only=True)
class Boat(Model):
    id: str | None = None
    name: str | None = None
    length: Feet | int | None = None
