"""What is said of `microsoft.graph.synchronizationSecretKeyStringValuePair` on
`resources/synchronization-synchronizationsecretkeystringvaluepair.md`, held against its
class.
"""

from graph import wire_names
from graph.models import SynchronizationSecretKeyStringValuePair, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.synchronizationSecretKeyStringValuePair",
    "key": "None",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.synchronizationSecretKeyStringValuePair")
        is SynchronizationSecretKeyStringValuePair
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(SynchronizationSecretKeyStringValuePair).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert SynchronizationSecretKeyStringValuePair.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
