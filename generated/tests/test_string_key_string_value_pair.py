"""What is said of `microsoft.graph.stringKeyStringValuePair` on
`resources/synchronization-stringkeystringvaluepair.md`, held against its class.
"""

from graph import wire_names
from graph.models import StringKeyStringValuePair, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyStringValuePair",
    "key": "String",
    "value": "String",
}


def test_type_name() -> None:
    assert (
        lookup("microsoft.graph.stringKeyStringValuePair") is StringKeyStringValuePair
    )


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(StringKeyStringValuePair).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert StringKeyStringValuePair.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
