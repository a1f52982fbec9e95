"""The model of `microsoft.graph.bulkUpload`."""

from __future__ import annotations

from dataclasses import dataclass

from graph.models.entity import Entity


@dataclass(slots=True, kw_only=True, repr=False)
class BulkUpload(Entity):
    """The door through which a system of record hands many objects at once to an
    inbound synchronizationJob. What is handed in is put into a queue and worked off by
    the job in its next cycle.

    See `resources/synchronization-bulkupload.md`.
    """
