"""What is said of `microsoft.graph.synchronizationError` on
`resources/synchronization-synchronizationerror.md`, held against its class.
"""

from graph import wire_names
from graph.models import SynchronizationError, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationError",
    "code": "String",
    "message": "String",
    "tenantActionable": True,
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.synchronizationError") is SynchronizationError


def test_names_on_the_wire() -> None:
    names = {
        "code": "code",
        "message": "message",
        "tenant_actionable": "tenantActionable",
    }
    assert wire_names(SynchronizationError).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationError.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
