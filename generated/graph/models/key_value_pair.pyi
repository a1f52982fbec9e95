from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class KeyValuePair(Model):
    name: str | None = None
    value: str | None = None
