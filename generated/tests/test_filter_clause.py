"""What is said of `microsoft.graph.filterClause` on
`resources/synchronization-filterclause.md`, held against its class.
"""

from graph import wire_names
from graph.models import FilterClause, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterClause",
    "operatorName": "String",
    "sourceOperandName": "String",
    "targetOperand": {
        "@odata.type": "microsoft.graph.filterOperand",
    },
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.filterClause") is FilterClause


def test_names_on_the_wire() -> None:
    names = {
        "operator_name": "operatorName",
        "source_operand_name": "sourceOperandName",
        "target_operand": "targetOperand",
    }
    assert wire_names(FilterClause).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert FilterClause.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
