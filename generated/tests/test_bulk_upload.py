"""What `resources/synchronization-bulkupload.md` says of `bulkUpload`."""

from inspect import signature

from graph.models import BulkUpload, lookup
from graph.operations import BulkUploadOperations

TYPE = "microsoft.graph.bulkUpload"
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.bulkUpload",
}
PARAMETERS = {
    "get_bulk_upload": ["self"],
    "delete_bulk_upload": ["self"],
    "upload": ["self"],
}


def test_type_name() -> None:
    assert lookup(TYPE) is BulkUpload


def test_sample_is_written_as_it_was_read() -> None:
    model = BulkUpload.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    for name, parameters in PARAMETERS.items():
        operation = getattr(BulkUploadOperations, name)
        assert list(signature(operation).parameters) == parameters


# Your own checks below this line are kept.
