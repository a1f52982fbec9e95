"""What is said of `microsoft.graph.filter` on `resources/synchronization-filter.md`,
held against its class.
"""

from graph import wire_names
from graph.models import Filter, lookup

SAMPLE: dict[str, object] = {
    "categoryFilterGroups": [
        {
            "@odata.type": "microsoft.graph.filterGroup",
        },
    ],
    "groups": [
        {
            "@odata.type": "microsoft.graph.filterGroup",
        },
    ],
    "inputFilterGroups": [
        {
            "@odata.type": "microsoft.graph.filterGroup",
        },
    ],
}


def test_type_name() -> None:
    assert lookup("microsoft.graph.filter") is Filter


def test_names_on_the_wire() -> None:
    names = {
        "category_filter_groups": "categoryFilterGroups",
        "groups": "groups",
        "input_filter_groups": "inputFilterGroups",
    }
    assert wire_names(Filter).items() >= names.items()


def test_sample_is_written_as_it_was_read() -> None:
    assert Filter.from_dict(SAMPLE).to_dict() == SAMPLE


# Your own checks below this line are kept.
