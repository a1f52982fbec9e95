"""Tests of `stringKeyStringValuePair`, generated from
`resources/synchronization-stringkeystringvaluepair.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.stringKeyStringValuePair"
WIRE_NAMES = {
    "key": "key",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyStringValuePair",
    "key": "Key",
    "value": "Value",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.StringKeyStringValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(models.StringKeyStringValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.StringKeyStringValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
