"""Tests of `synchronizationTaskExecution`, generated from
`resources/synchronization-synchronizationtaskexecution.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationTaskExecution"
WIRE_NAMES = {
    "activity_identifier": "activityIdentifier",
    "count_entitled": "countEntitled",
    "count_entitled_for_provisioning": "countEntitledForProvisioning",
    "count_escrowed": "countEscrowed",
    "count_escrowed_raw": "countEscrowedRaw",
    "count_exported": "countExported",
    "count_exports": "countExports",
    "count_imported": "countImported",
    "count_imported_deltas": "countImportedDeltas",
    "count_imported_reference_deltas": "countImportedReferenceDeltas",
    "error": "error",
    "state": "state",
    "time_began": "timeBegan",
    "time_ended": "timeEnded",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationTaskExecution",
    "activityIdentifier": "Activity identifier",
    "countEntitled": 1024,
    "countEntitledForProvisioning": 1024,
    "countEscrowed": 1024,
    "countEscrowedRaw": 1024,
    "countExported": 1024,
    "countExports": 1024,
    "countImported": 1024,
    "countImportedDeltas": 1024,
    "countImportedReferenceDeltas": 1024,
    "error": {"@odata.type": "microsoft.graph.synchronizationError"},
    "state": "Succeeded",
    "timeBegan": "2021-06-01T12:34:56Z",
    "timeEnded": "2021-06-01T12:34:56Z",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationTaskExecution


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationTaskExecution)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationTaskExecution.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
