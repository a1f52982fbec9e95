"""The model of `microsoft.graph.synchronizationSchema`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from graph.models.directory_definition import DirectoryDefinition
    from graph.models.synchronization_rule import SynchronizationRule


@dataclass(kw_only=True, repr=False)
class SynchronizationSchema(Entity):
    """The directories and rules that a job follows.

    A template has one too, which is copied to new jobs.

    See `resources/synchronization-synchronizationschema.md`.
    """

    synchronization_rules: list[SynchronizationRule] | None = None
    """What is synchronized, in which direction."""

    version: str | None = None
    """Changes whenever the schema does. Nullable. Read-only."""

    directories: list[DirectoryDefinition] | None = None
    """The directories that the rules refer to. There are at least two."""
