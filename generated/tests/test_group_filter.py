"""Tests of `groupFilter`, generated from `resources/synchronization-groupfilter.md`."""

from graph import models, wire_names

TYPE = "microsoft.graph.groupFilter"
WIRE_NAMES = {
    "included_groups": "includedGroups",
}
SAMPLE: dict[str, object] = {"includedGroups": ["Included groups"]}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.GroupFilter


def test_names_on_the_wire() -> None:
    names = wire_names(models.GroupFilter)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.GroupFilter.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
