"""What `resources/synchronization-filter.md` says of `filter`."""

from graph import wire_names
from graph.models import Filter, lookup

TYPE = "microsoft.graph.filter"
WIRE_NAMES = {
    "category_filter_groups": "categoryFilterGroups",
    "groups": "groups",
    "input_filter_groups": "inputFilterGroups",
}
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
    assert lookup(TYPE) is Filter


def test_names_on_the_wire() -> None:
    names = wire_names(Filter)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = Filter.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
