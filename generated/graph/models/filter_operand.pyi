from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class FilterOperand(Model):
    values: list[str] | None = None
