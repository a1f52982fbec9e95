"""Tests of `stringKeyAttributeMappingSourceValuePair`, generated from
`resources/synchronization-stringkeyattributemappingsourcevaluepair.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.stringKeyAttributeMappingSourceValuePair"
WIRE_NAMES = {
    "key": "key",
    "value": "value",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.stringKeyAttributeMappingSourceValuePair",
    "key": "Key",
    "value": {"@odata.type": "microsoft.graph.attributeMappingSource"},
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.StringKeyAttributeMappingSourceValuePair


def test_names_on_the_wire() -> None:
    names = wire_names(models.StringKeyAttributeMappingSourceValuePair)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.StringKeyAttributeMappingSourceValuePair.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
