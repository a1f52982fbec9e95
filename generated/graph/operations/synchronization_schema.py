"""The operations of `microsoft.graph.synchronizationSchema`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.attribute_mapping_source import AttributeMappingSource
    from graph.models.synchronization_schema import SynchronizationSchema


class SynchronizationSchemaOperations(Protocol):
    """Operations of `synchronizationSchema`.

    See `resources/synchronization-synchronizationschema.md`.
    """

    def get_synchronization_schema(self) -> SynchronizationSchema:
        """Read the schema that a job or a template goes by."""
        ...

    def update_synchronization_schema(self, body: SynchronizationSchema) -> None:
        """Replace the schema of a job by another one.

        Parts that are left out are removed.
        """
        ...

    def filter_operators(self) -> list[str]:
        """List the names of the operators that conditions of a filter can use."""
        ...

    def functions(self) -> list[str]:
        """List the names of the functions that attribute mappings can call."""
        ...

    def parse_expression(self) -> AttributeMappingSource:
        """Turn the text of an expression into the nested form that a mapping holds."""
        ...
