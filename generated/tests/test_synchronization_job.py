"""Tests of `synchronizationJob`, generated from
`resources/synchronization-synchronizationjob.md`.
"""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.synchronizationJob"
WIRE_NAMES = {
    "schedule": "schedule",
    "status": "status",
    "synchronization_job_settings": "synchronizationJobSettings",
    "template_id": "templateId",
    "bulk_upload": "bulkUpload",
    "schema_": "schema",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationJob",
    "id": "Id",
    "schedule": {"@odata.type": "microsoft.graph.synchronizationSchedule"},
    "status": {"@odata.type": "microsoft.graph.synchronizationStatus"},
    "synchronizationJobSettings": [{"@odata.type": "microsoft.graph.keyValuePair"}],
    "templateId": "Template id",
}
PARAMETERS = {
    "list_synchronization_jobs": ["self"],
    "create_synchronization_job": ["self", "body"],
    "get_synchronization_job": ["self"],
    "delete_synchronization_job": ["self"],
    "validate_credentials": ["self"],
    "start_synchronization_job": ["self"],
    "pause_synchronization_job": ["self"],
    "restart_synchronization_job": ["self"],
    "provision_on_demand": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationJob


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationJob)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationJob.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.SynchronizationJobOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
