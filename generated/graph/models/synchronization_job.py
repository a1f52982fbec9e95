"""The model of `microsoft.graph.synchronizationJob`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.models.entity import Entity

if TYPE_CHECKING:
    from graph.models.bulk_upload import BulkUpload
    from graph.models.key_value_pair import KeyValuePair
    from graph.models.synchronization_schedule import SynchronizationSchedule
    from graph.models.synchronization_schema import SynchronizationSchema
    from graph.models.synchronization_status import SynchronizationStatus


@dataclass(kw_only=True, repr=False)
class SynchronizationJob(Entity):
    """A job that keeps a target directory in step with a source directory.

    It runs again and again, at the interval of its schedule: first it carries over
    everything in scope, later only what changed. What it does is laid down in its
    schema.

    See `resources/synchronization-synchronizationjob.md`.
    """

    schedule: SynchronizationSchedule | None = None
    """How often the job runs.

    Set by the template; the interval can't be changed. Nullable.
    """

    status: SynchronizationStatus | None = None
    """The status of the job: its last runs, its progress, and whether it is in
    quarantine. Read-only.
    """

    synchronization_job_settings: list[KeyValuePair] | None = None
    """Settings that differ from those of the template. Returned only on $select."""

    template_id: str | None = None
    """Identifier of the synchronizationTemplate that the job was created from.

    Required on creation, cannot be changed later. Supports $filter (eq).
    """

    bulk_upload: BulkUpload | None = None
    """Where a system of record submits its objects.

    Only inbound jobs that don't fetch objects themselves have one. Nullable.
    """

    schema_: SynchronizationSchema | None = None
    """The directories and rules that the job follows.

    A new job follows those of its template until it is given its own.
    """
