"""What `resources/synchronization-synchronizationjob.md` says of
`synchronizationJob`.
"""

from inspect import signature

from graph import wire_names
from graph.models import SynchronizationJob, lookup
from graph.operations import SynchronizationJobOperations

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
    "id": "String (identifier)",
    "schedule": {
        "@odata.type": "microsoft.graph.synchronizationSchedule",
    },
    "status": {
        "@odata.type": "microsoft.graph.synchronizationStatus",
    },
    "synchronizationJobSettings": [
        {
            "@odata.type": "microsoft.graph.keyValuePair",
        },
    ],
    "templateId": "String",
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
    assert lookup(TYPE) is SynchronizationJob


def test_names_on_the_wire() -> None:
    names = wire_names(SynchronizationJob)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = SynchronizationJob.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    for name, parameters in PARAMETERS.items():
        operation = getattr(SynchronizationJobOperations, name)
        assert list(signature(operation).parameters) == parameters


# Your own checks below this line are kept.
