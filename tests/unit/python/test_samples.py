"""Samples of pages, changed so that their types can read them."""

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.samples import EXAMPLES, MAX_DEPTH, samples_of
from docgen.python.type_facts import type_facts
from docgen.schema.model import EnumType, Schema, StructuredType

Makes = Callable[..., StructuredType]

VALUES: dict[str, tuple[str, object, object]] = {
    "a string": ("Edm.String", "Aurora", "Aurora"),
    "a placeholder for a string becomes the name of the property": (
        "Edm.String",
        "String (identifier)",
        "Ferry name",
    ),
    "placeholders in a list": (
        "Collection(Edm.String)",
        ["string", "Edm.String", "string 2"],
        ["Ferry name", "Ferry name", "Ferry name"],
    ),
    "a string that contains the word String": (
        "Edm.String",
        "String of ships",
        "String of ships",
    ),
    "alternatives become the first of them": ("Edm.String", "near | far", "near"),
    "a placeholder for a date-time": (
        "Edm.DateTimeOffset",
        "String (timestamp)",
        EXAMPLES["Edm.DateTimeOffset"],
    ),
    "a date-time": (
        "Edm.DateTimeOffset",
        "2017-07-28T03:07:25Z",
        "2017-07-28T03:07:25Z",
    ),
    "a date-time that would be written differently": (
        "Edm.DateTimeOffset",
        "2017-07-28T03:07:25.0000000Z",
        EXAMPLES["Edm.DateTimeOffset"],
    ),
    "a placeholder for a Boolean": ("Edm.Boolean", "Boolean", True),
    "a Boolean for an integer": ("Edm.Int32", True, 1),
    "an integer": ("Edm.Int32", 1024, 1024),
    "an integer for a floating-point number": ("Edm.Double", 4, 4),
    "an integer for a string": ("Edm.String", 1, "Ferry name"),
    "a null": ("Edm.String", None, None),
    "alternatives of an enum become its first value": ("m.g.kind", "a | b", "a"),
    "a value of an enum": ("m.g.kind", "b", "b"),
    "a list with an item of the wrong type": (
        "Collection(Edm.String)",
        ["a", {}],
        ["a"],
    ),
    "any JSON for an untyped property": ("Edm.Untyped", {"a": [1]}, {"a": [1]}),
    "any JSON for an undeclared type": ("m.g.missing", [1], [1]),
    "a nested object": ("m.g.team", {"x": "Int"}, {"x": 1}),
    "undeclared keys": ("m.g.team", {"y": "z"}, {"y": "z"}),
}


def sample_of(type_: StructuredType, schema: Schema) -> object:
    return samples_of(schema, type_facts(schema)).of(type_)


@pytest.fixture
def read(
    structured: Makes, enum: Callable[..., EnumType], schema: Callable[..., Schema]
) -> Callable[[str, object], object]:
    def make(type_: str, value: object) -> object:
        sample = structured(
            "m.g.s", {"ferryName": type_}, sample=json.dumps({"ferryName": value})
        )
        team = structured("m.g.team", {"x": "Edm.Int32"})
        return sample_of(sample, schema(sample, team, enum("m.g.kind", "a", "b")))

    return make


@pytest.mark.parametrize(
    ("type_", "value", "expected"), VALUES.values(), ids=VALUES.keys()
)
def test_value_of_a_sample(
    type_: str, value: object, expected: object, read: Callable[[str, object], object]
) -> None:
    assert read(type_, value) == {"ferryName": expected}


def test_placeholder_becomes_the_first_value_that_the_page_lists(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    ferry = structured("m.g.ferry", {"size": "Edm.String"}, sample='{"size": "string"}')
    (size,) = ferry.properties
    size = replace(size, values=("large", "small"))
    ferry = replace(ferry, properties=(size,))
    assert sample_of(ferry, schema(ferry)) == {"size": "large"}


WRONG_SHAPES: dict[str, tuple[str, object]] = {
    "an object for a string": ("Edm.String", {}),
    "a list for a string": ("Edm.String", []),
    "a string for a list": ("Collection(Edm.String)", "String"),
    "a string for an object": ("m.g.team", "microsoft.graph.team"),
    "an object for an enum": ("m.g.kind", {}),
}


@pytest.mark.parametrize(
    ("type_", "value"), WRONG_SHAPES.values(), ids=WRONG_SHAPES.keys()
)
def test_value_of_the_wrong_shape_is_left_out(
    type_: str, value: object, read: Callable[[str, object], object]
) -> None:
    assert read(type_, value) == {}


def test_key_with_a_lone_surrogate_is_left_out(
    read: Callable[[str, object], object],
) -> None:
    assert read("m.g.team", {"\ud800": 1, "x": 2}) == {"ferryName": {"x": 2}}
    assert read("Edm.Untyped", {"a": {"\ud800": 1}}) == {"ferryName": {"a": {}}}


def test_deeply_nested_values_are_left_out(
    read: Callable[[str, object], object],
) -> None:
    value: object = 1
    for _ in range(90):
        value = [value]
    assert json.dumps(read("Edm.Untyped", value)).count("[") == MAX_DEPTH


def test_object_that_names_a_derived_type_has_that_type(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    sample = '{"@odata.type": "#m.g.team", "x": "Int"}'
    base = structured("m.g.base", sample=sample)
    team = structured("m.g.team", {"x": "Edm.Int32"}, base="m.g.base")
    assert sample_of(base, schema(base, team)) == {
        "@odata.type": "#m.g.team",
        "x": 1,
    }


def test_page_without_a_sample(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    team = structured("m.g.team")
    assert sample_of(team, schema(team)) is None
