"""Tests of `attributeMappingSource`, generated from
`resources/synchronization-attributemappingsource.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.attributeMappingSource"
WIRE_NAMES = {
    "expression": "expression",
    "name": "name",
    "parameters": "parameters",
    "type": "type",
}
SAMPLE: dict[str, object] = {
    "expression": "Expression",
    "name": "Name",
    "parameters": [
        {"@odata.type": "microsoft.graph.stringKeyAttributeMappingSourceValuePair"},
    ],
    "type": "Attribute",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.AttributeMappingSource


def test_names_on_the_wire() -> None:
    names = wire_names(models.AttributeMappingSource)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.AttributeMappingSource.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
