"""Tests of `stringKeyLongValuePair`, generated from
`resources/synchronization-stringkeylongvaluepair.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.stringKeyLongValuePair"
WIRE_NAMES = {
    "key": "key",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyLongValuePair",
    "key": "Key",
    "value": 1024,
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.StringKeyLongValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(models.StringKeyLongValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.StringKeyLongValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
