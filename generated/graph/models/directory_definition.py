"""The model of `microsoft.graph.directoryDefinition`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    import datetime as dt

    from graph.models.directory_definition_discoverabilities import (
        DirectoryDefinitionDiscoverabilities,
    )
    from graph.models.object_definition import ObjectDefinition


@dataclass(kw_only=True, repr=False)
class DirectoryDefinition(Entity):
    """Describes a directory that takes part in synchronization: its name, and the kinds
    of objects that it holds. Some directories can be asked what they hold; the answer
    is kept here until they are asked again.

    See `resources/synchronization-directorydefinition.md`.
    """

    discoverabilities: DirectoryDefinitionDiscoverabilities | None = None
    """What can be discovered in the directory. Not nullable. Read-only."""

    discovery_date_time: dt.datetime | None = None
    """When the directory was last asked, in UTC.

    Nullable; empty for a directory that never was. Read-only.
    """

    name: str | None = None
    """Name of the directory.

    Rules refer to it as source or target, so it is unique within a schema.
    """

    objects: list[ObjectDefinition] | None = None
    """The kinds of objects in the directory."""

    read_only: bool | None = None
    """Whether objects can only be imported from the directory, never written to it.

    Not nullable.
    """

    version: str | None = None
    """Changes with every discovery that found something new. Nullable. Read-only."""
