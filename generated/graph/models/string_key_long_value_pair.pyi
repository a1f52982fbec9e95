from dataclasses import dataclass

from graph._codec import Model
from graph._values import Int64

@dataclass(kw_only=True)
class StringKeyLongValuePair(Model):
    key: str | None = None
    value: Int64 | None = None
