"""Tests of `filter`, generated from `resources/synchronization-filter.md`."""

from graph import models, wire_names

TYPE = "microsoft.graph.filter"
WIRE_NAMES = {
    "category_filter_groups": "categoryFilterGroups",
    "groups": "groups",
    "input_filter_groups": "inputFilterGroups",
}
SAMPLE: dict[str, object] = {
    "categoryFilterGroups": [{"@odata.type": "microsoft.graph.filterGroup"}],
    "groups": [{"@odata.type": "microsoft.graph.filterGroup"}],
    "inputFilterGroups": [{"@odata.type": "microsoft.graph.filterGroup"}],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Filter


def test_names_on_the_wire() -> None:
    names = wire_names(models.Filter)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.Filter.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
