"""What is said of `microsoft.graph.filterOperand` on
`resources/synchronization-filteroperand.md`, held against its class.
"""

from graph import wire_names
from graph.models import FilterOperand, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterOperand",
    "values": [
        "String",
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.filterOperand") is FilterOperand


def test_names_on_the_wire() -> None:
    names = {
        "values": "values",
    }
    assert wire_names(FilterOperand).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert FilterOperand.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
