from dataclasses import dataclass

from graph._codec import Model

@dataclass(kw_only=True)
class SynchronizationCustomData(Model):
    schema_uri: str | None = None
