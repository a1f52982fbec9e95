"""Tests of `boat`, generated from `resources/boat.md`."""

import json
from inspect import signature

from graph import models, operations

TYPE = "microsoft.graph.boat"
KEYS = {
    "id",
    "name",
    "length",
    "rig",
}
SAMPLE: models.Boat = {
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


def test_keys() -> None:
    assert models.Boat.__optional_keys__ >= KEYS


def test_sample_is_json() -> None:
    assert json.loads(json.dumps(SAMPLE)) == SAMPLE


def test_operations() -> None:
    protocol = operations.BoatOperations
    async_protocol = operations.AsyncBoatOperations
    for name, parameters in PARAMETERS.items():
        assert list(signature(getattr(protocol, name)).parameters) == parameters
        assert list(signature(getattr(async_protocol, name)).parameters) == parameters


# Your own checks below this line are kept.
