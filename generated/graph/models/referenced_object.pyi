from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class ReferencedObject(Model):
    referenced_object_name: str | None = None
    referenced_property: str | None = None
