"""Tests of `filterClause`, generated from
`resources/synchronization-filterclause.md`.
"""

from graph import models, wire_names

TYPE = "microsoft.graph.filterClause"
WIRE_NAMES = {
    "operator_name": "operatorName",
    "source_operand_name": "sourceOperandName",
    "target_operand": "targetOperand",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterClause",
    "operatorName": "Operator name",
    "sourceOperandName": "Source operand name",
    "targetOperand": {"@odata.type": "microsoft.graph.filterOperand"},
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.FilterClause


def test_names_on_the_wire() -> None:
    names = wire_names(models.FilterClause)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.FilterClause.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
