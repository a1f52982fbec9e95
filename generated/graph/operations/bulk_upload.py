"""The operations of `microsoft.graph.bulkUpload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.models.bulk_upload import BulkUpload


class BulkUploadOperations(Protocol):
    """Operations of `bulkUpload`.

    See `resources/synchronization-bulkupload.md`.
    """

    def get_bulk_upload(self) -> BulkUpload:
        """Find out whether a job accepts uploads, and under which identifier."""
        ...

    def delete_bulk_upload(self) -> None:
        """Delete everything in the queue."""
        ...

    def upload(self) -> None:
        """Hand in a batch of operations on users and groups."""
        ...
