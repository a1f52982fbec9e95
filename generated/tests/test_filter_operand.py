"""Tests of `filterOperand`, generated from
`resources/synchronization-filteroperand.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.filterOperand"
WIRE_NAMES = {
    "values": "values",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterOperand",
    "values": ["Values"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.FilterOperand


def test_names_on_the_wire() -> None:
    names = wire_names(models.FilterOperand)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.FilterOperand.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
