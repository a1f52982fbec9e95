"""Tests of `synchronizationStatus`, generated from
`resources/synchronization-synchronizationstatus.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationStatus"
WIRE_NAMES = {
    "code": "code",
    "count_successive_complete_failures": "countSuccessiveCompleteFailures",
    "escrows_pruned": "escrowsPruned",
    "last_execution": "lastExecution",
    "last_successful_execution": "lastSuccessfulExecution",
    "last_successful_execution_with_exports": "lastSuccessfulExecutionWithExports",
    "progress": "progress",
    "quarantine": "quarantine",
    "steady_state_first_achieved_time": "steadyStateFirstAchievedTime",
    "steady_state_last_achieved_time": "steadyStateLastAchievedTime",
    "synchronized_entry_count_by_type": "synchronizedEntryCountByType",
    "troubleshooting_url": "troubleshootingUrl",
}
SAMPLE: dict[str, object] = {
    "code": "NotConfigured",
    "countSuccessiveCompleteFailures": 1024,
    "escrowsPruned": True,
    "lastExecution": {"@odata.type": "microsoft.graph.synchronizationTaskExecution"},
    "lastSuccessfulExecution": {
        "@odata.type": "microsoft.graph.synchronizationTaskExecution",
    },
    "lastSuccessfulExecutionWithExports": {
        "@odata.type": "microsoft.graph.synchronizationTaskExecution",
    },
    "progress": [{"@odata.type": "microsoft.graph.synchronizationProgress"}],
    "quarantine": {"@odata.type": "microsoft.graph.synchronizationQuarantine"},
    "steadyStateFirstAchievedTime": "2021-06-01T12:34:56Z",
    "steadyStateLastAchievedTime": "2021-06-01T12:34:56Z",
    "synchronizedEntryCountByType": [
        {"@odata.type": "microsoft.graph.stringKeyLongValuePair"},
    ],
    "troubleshootingUrl": "Troubleshooting url",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationStatus


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationStatus)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationStatus.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
