"""What is said of `microsoft.graph.bulkUpload` on
`resources/synchronization-bulkupload.md`, held against its class.
"""

from inspect import signature

from graph.models import BulkUpload, lookup
from graph.operations import BulkUploadOperations

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.bulkUpload",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.bulkUpload") is BulkUpload


def test_sample_is_written_as_it_was_read() -> None:
    assert BulkUpload.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
        "get_bulk_upload": ["self"],
        "delete_bulk_upload": ["self"],
        "upload": ["self"],
    }
    for name, expected in parameters.items():
        operation = getattr(BulkUploadOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
