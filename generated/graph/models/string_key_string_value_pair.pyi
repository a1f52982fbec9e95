from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class StringKeyStringValuePair(Model):
    key: str | None = None
    value: str | None = None
