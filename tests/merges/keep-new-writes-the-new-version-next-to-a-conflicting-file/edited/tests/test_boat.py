"""Tests of `boat`, generated from `resources/boat.md`."""

from inspect import signature

from graph import models, operations, wire_names

TYPE = "microsoft.graph.boat"
WIRE_NAMES = {
    "id": "id",
    "name": "name",
    "length": "length",
    "rig": "rig",
}
SAMPLE: dict[str, object] = {
    "@odata.type": "#microsoft.graph.boat",
    "id": "Id",
    "name": "Name",
    "length": 24,
}
PARAMETERS = {
    "list": ["self"],
    "get": ["self"],
}


def test_type_name() -> None:
    assert models.lookup(TYPE) is models.Boat


def test_names_on_the_wire() -> None:
    names = wire_names(models.Boat)
    assert names.items() >= WIRE_NAMES.items()


def test_sample_is_written_as_it_was_read() -> None:
    model = models.Boat.from_dict(SAMPLE)
    assert model.to_dict() == SAMPLE


def test_operations() -> None:
    protocol = operations.BoatOperations
    async_protocol = operations.AsyncBoatOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters
        assert list(signature(getattr(async_protocol, name)).parameters) == parameters


# Your own checks below this line are kept.


def test_boats_float() -> None:
    assert models.Boat()
