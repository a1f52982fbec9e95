"""What is said of `microsoft.graph.stringKeyLongValuePair` on
`resources/synchronization-stringkeylongvaluepair.md`, held against its class.
"""

from graph import wire_names
from graph.models import StringKeyLongValuePair, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyLongValuePair",
    "key": "String",
    "value": 1024,
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.stringKeyLongValuePair") is StringKeyLongValuePair


def test_names_on_the_wire() -> None:
    names = {
        "key": "key",
        "value": "value",
    }
    assert wire_names(StringKeyLongValuePair).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert StringKeyLongValuePair.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
