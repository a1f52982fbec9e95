"""Tests of `entity`, generated from `resources/entity.md`."""

from graph import models, wire_names

TYPE = "microsoft.graph.entity"
WIRE_NAMES = {
    "id": "id",
}
SAMPLE: dict[str, object] = {"id": "Id"}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Entity


def test_names_on_the_wire() -> None:
    names = wire_names(models.Entity)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.Entity.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


# Your own checks below this line are kept.
