"""Tests of `filterGroup`, generated from `resources/synchronization-filtergroup.md`."""

from graph import models, wire_names

TYPE = "microsoft.graph.filterGroup"
WIRE_NAMES = {
    "clauses": "clauses",
    "name": "name",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.filterGroup",
    "clauses": [{"@odata.type": "microsoft.graph.filterClause"}],
    "name": "Name",
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.FilterGroup


def test_names_on_the_wire() -> None:
    names = wire_names(models.FilterGroup)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.FilterGroup.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
