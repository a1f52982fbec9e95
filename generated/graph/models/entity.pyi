from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class Entity(Model):
    id: str | None = None
