"""The model of `microsoft.graph.synchronization`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph._codec import Model

if TYPE_CHECKING:
    from graph.models.synchronization_job import SynchronizationJob
    from graph.models.synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair,
    )
    from graph.models.synchronization_template import SynchronizationTemplate


@dataclass(kw_only=True, repr=False)
class Synchronization(Model):
    """See `resources/synchronization-synchronization.md`."""

    id: str | None = None
    secrets: list[SynchronizationSecretKeyStringValuePair] | None = None
    version: str | None = None
    jobs: list[SynchronizationJob] | None = None
    templates: list[SynchronizationTemplate] | None = None
