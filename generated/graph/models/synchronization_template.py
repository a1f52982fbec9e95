"""The model of `microsoft.graph.synchronizationTemplate`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from uuid import UUID

    from graph.models.synchronization_metadata_entry import SynchronizationMetadataEntry
    from graph.models.synchronization_schema import SynchronizationSchema


@dataclass(kw_only=True, repr=False)
class SynchronizationTemplate(Entity):
    """What jobs for an application are created from: a schema that works out of the
    box, and settings that all jobs of the application share. The makers of an
    application write its templates; administrators choose one.

    See `resources/synchronization-synchronizationtemplate.md`.
    """

    application_id: UUID | None = None
    """The application that the template is for. Not nullable. Read-only."""

    default: bool | None = None
    """Whether a job is created from this template if no other is named.

    An application has at most one such template. Not nullable.
    """

    description: str | None = None
    """What jobs created from the template do, in a sentence for administrators.

    Nullable.
    """

    discoverable: bool | None = None
    """Whether the template is offered in the portal.

    One that isn't can still be used by its identifier. Not nullable. The default value
    is true.
    """

    factory_tag: str | None = None
    """Short name of the connector behind the template, for example scim.

    Several templates can share one. Supports $filter (eq, ne).
    """

    metadata: list[SynchronizationMetadataEntry] | None = None
    """Further settings of the template."""

    schema_: SynchronizationSchema | None = None
    """The directories and rules that new jobs begin with."""
