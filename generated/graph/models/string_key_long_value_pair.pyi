from dataclasses import dataclass

from graph._codec import Int64, Model

@dataclass(kw_only=True)
class StringKeyLongValuePair(Model):
    key: str | None = None
    value: Int64 | None = None
