from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class ContainerFilter(Model):
    included_containers: list[str] | None = None
