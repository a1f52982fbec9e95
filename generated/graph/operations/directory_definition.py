"""The operations of `microsoft.graph.directoryDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.directory_definition import DirectoryDefinition


class DirectoryDefinitionOperations(Protocol):
    """Operations of `directoryDefinition`.

    See `resources/synchronization-directorydefinition.md`.
    """

    def get_directory_definition(self) -> DirectoryDefinition:
        """Read what is known of one directory of a schema."""
        ...

    def discover(self) -> DirectoryDefinition:
        """Ask the directory what it holds, and keep the answer."""
        ...
