"""What is said of `microsoft.graph.filterGroup` on
`resources/synchronization-filtergroup.md`, held against its class.
"""

from graph import wire_names
from graph.models import FilterGroup, lookup

SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterGroup",
    "clauses": [
        {
            "@odata.type": "microsoft.graph.filterClause",
        },
    ],
    "name": "String",
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.filterGroup") is FilterGroup


def test_names_on_the_wire() -> None:
    names = {
        "clauses": "clauses",
        "name": "name",
    }
    assert wire_names(FilterGroup).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert FilterGroup.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
