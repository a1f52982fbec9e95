"""The operations of `microsoft.graph.synchronizationTemplate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.synchronization_template import SynchronizationTemplate


class SynchronizationTemplateOperations(Protocol):
    """Operations of `synchronizationTemplate`.

    See `resources/synchronization-synchronizationtemplate.md`.
    """

    def list_(self) -> list[SynchronizationTemplate]:
        """See which templates an application offers."""
        ...

    def get(self) -> SynchronizationTemplate:
        """Look at one template of an application."""
        ...

    def update(self, body: SynchronizationTemplate) -> SynchronizationTemplate:
        """Change the description, visibility or settings of a template."""
        ...
