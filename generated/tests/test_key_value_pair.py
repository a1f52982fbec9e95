"""Tests of `keyValuePair`, generated from `resources/keyvaluepair.md`."""

from graph import models, wire_names

TYPE = "microsoft.graph.keyValuePair"
WIRE_NAMES = {
    "name": "name",
    "value": "value",
}
SAMPLE: dict[str, object] = {"name": "Name", "value": "Value"}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.KeyValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(models.KeyValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.KeyValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
