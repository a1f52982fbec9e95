from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class GroupFilter(Model):
    included_groups: list[str] | None = None
