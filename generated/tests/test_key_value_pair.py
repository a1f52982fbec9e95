"""What `resources/keyvaluepair.md` says of `keyValuePair`."""

from graph import wire_names
from graph.models import KeyValuePair, lookup

TYPE = "microsoft.graph.keyValuePair"
WIRE_NAMES = {
    "name": "name",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "name": "String",
    "value": "String",
}


def test_type_name() -> None:
    assert lookup(TYPE) is KeyValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(KeyValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = KeyValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
