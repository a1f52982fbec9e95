from dataclasses import dataclass

from graph._codec import Model
from graph.models.synchronization_job import SynchronizationJob
from graph.models.synchronization_secret_key_string_value_pair import (
    SynchronizationSecretKeyStringValuePair,
)
from graph.models.synchronization_template import SynchronizationTemplate

@dataclass(kw_only=True)
class Synchronization(Model):
    id: str | None = None
    secrets: list[SynchronizationSecretKeyStringValuePair] | None = None
    version: str | None = None
    jobs: list[SynchronizationJob] | None = None
    templates: list[SynchronizationTemplate] | None = None
