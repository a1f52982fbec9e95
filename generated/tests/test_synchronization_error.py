"""Tests of `synchronizationError`, generated from
`resources/synchronization-synchronizationerror.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.synchronizationError"
WIRE_NAMES = {
    "code": "code",
    "message": "message",
    "tenant_actionable": "tenantActionable",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationError",
    "code": "Code",
    "message": "Message",
    "tenantActionable": True,
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.SynchronizationError


def test_names_on_the_wire() -> None:
    names = wire_names(models.SynchronizationError)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.SynchronizationError.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
