"""Tests of `bulkUpload`, generated from `resources/synchronization-bulkupload.md`."""

from inspect import signature

from graph import models, operations

TYPE = "microsoft.graph.bulkUpload"
SAMPLE: dict[str, object] = {"@odata.type": "#microsoft.graph.bulkUpload"}
PARAMETERS = {
    "get_bulk_upload": ["self"],
    "delete_bulk_upload": ["self"],
    "upload": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.BulkUpload


def test_sample_is_written_as_it_was_read() -> None:
    model = models.BulkUpload.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.BulkUploadOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
