"""What is said of `microsoft.graph.keyValuePair` on `resources/keyvaluepair.md`, held
against its class.
"""

from graph import wire_names
from graph.models import KeyValuePair, lookup

SAMPLE: dict[str, object] = {
    "name": "String",
    "value": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.keyValuePair") is KeyValuePair


def test_names_on_the_wire() -> None:
    names = {
        "name": "name",
        "value": "value",
    }
    assert wire_names(KeyValuePair).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert KeyValuePair.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
