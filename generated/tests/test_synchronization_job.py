"""What is said of `microsoft.graph.synchronizationJob` on
`resources/synchronization-synchronizationjob.md`, held against its class.
"""

from inspect import signature

from graph import wire_names
from graph.models import SynchronizationJob, lookup
from graph.operations import SynchronizationJobOperations

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


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationJob") is SynchronizationJob


def test_names_on_the_wire() -> None:
    names = {
        "schedule": "schedule",
        "status": "status",
        "synchronization_job_settings": "synchronizationJobSettings",
        "template_id": "templateId",
        "bulk_upload": "bulkUpload",
        "schema_": "schema",
    }
    assert wire_names(SynchronizationJob).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationJob.from_dict(SAMPLE).to_dict() == SAMPLE


def test_operations() -> None:
    parameters = {
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
    for name, expected in parameters.items():
        operation = getattr(SynchronizationJobOperations, name)
        assert list(signature(operation).parameters) == expected


# Your own checks below this line are kept.
