from dataclasses import dataclass

from graph._codec import Model
from graph.models.synchronization_secret import SynchronizationSecret

@dataclass(kw_only=True)
class SynchronizationSecretKeyStringValuePair(Model):
    key: SynchronizationSecret | None = None
    value: str | None = None
