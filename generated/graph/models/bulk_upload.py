"""The model of `microsoft.graph.bulkUpload`."""

from __future__ import annotations

from dataclasses import dataclass

from graph.models.entity import Entity


@dataclass(kw_only=True, repr=False)
class BulkUpload(Entity):
    """Accepts many objects at once from a system of record, for an inbound
    synchronizationJob. The objects are put into a queue, which the job processes in its
    next cycle.

    See `resources/synchronization-bulkupload.md`.
    """
