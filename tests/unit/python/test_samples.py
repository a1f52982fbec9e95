"""Sample JSON, made into JSON that its type reads."""

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.samples import EXAMPLES, MAX_DEPTH, samples_of
from docgen.python.type_facts import type_facts
from docgen.schema.model import EnumType, Schema, StructuredType

Makes = Callable[..., StructuredType]

VALUES: dict[str, tuple[str, object, object]] = {
    "a text stays": ("Edm.String", "Aurora", "Aurora"),
    "a word for a text becomes what the property is called": (
        "Edm.String",
        "String (identifier)",
        "Ferry name",
    ),
    "so it does in a list": (
        "Collection(Edm.String)",
        ["string", "Edm.String", "string 2"],
        ["Ferry name", "Ferry name", "Ferry name"],
    ),
    "a text that has the word stays": (
        "Edm.String",
        "String of ships",
        "String of ships",
    ),
    "alternatives of a text become their first": ("Edm.String", "near | far", "near"),
    "a word for a moment becomes one": (
        "Edm.DateTimeOffset",
        "String (timestamp)",
        EXAMPLES["Edm.DateTimeOffset"],
    ),
    "a moment stays": (
        "Edm.DateTimeOffset",
        "2017-07-28T03:07:25Z",
        "2017-07-28T03:07:25Z",
    ),
    "a moment in another spelling is put right": (
        "Edm.DateTimeOffset",
        "2017-07-28T03:07:25.0000000Z",
        EXAMPLES["Edm.DateTimeOffset"],
    ),
    "a word for a truth becomes one": ("Edm.Boolean", "Boolean", True),
    "a Boolean is not a number": ("Edm.Int32", True, 1),
    "a number stays": ("Edm.Int32", 1024, 1024),
    "a whole number is a number": ("Edm.Double", 4, 4),
    "a number is not a string": ("Edm.String", 1, "Ferry name"),
    "a null stays": ("Edm.String", None, None),
    "alternatives of an enum become its first": ("m.g.kind", "a | b", "a"),
    "a member of an enum stays": ("m.g.kind", "b", "b"),
    "a list keeps what fits": ("Collection(Edm.String)", ["a", {}], ["a"]),
    "any JSON stays": ("Edm.Untyped", {"a": [1]}, {"a": [1]}),
    "a type that no page declares takes any JSON": ("m.g.missing", [1], [1]),
    "an object is read as its type": ("m.g.team", {"x": "Int"}, {"x": 1}),
    "keys that a type does not declare stay": ("m.g.team", {"y": "z"}, {"y": "z"}),
}


@pytest.fixture
def read(
    structured: Makes, enum: Callable[..., EnumType], schema: Callable[..., Schema]
) -> Callable[[str, object], object]:
    def make(type_: str, value: object) -> object:
        sample = structured(
            "m.g.s", {"ferryName": type_}, sample=json.dumps({"ferryName": value})
        )
        team = structured("m.g.team", {"x": "Edm.Int32"})
        whole = schema(sample, team, enum("m.g.kind", "a", "b"))
        return samples_of(whole, type_facts(whole)).of(sample)

    return make


@pytest.mark.parametrize(("type_", "value", "kept"), VALUES.values(), ids=VALUES.keys())
def test_a_value_is_made_readable(
    type_: str, value: object, kept: object, read: Callable[[str, object], object]
) -> None:
    assert read(type_, value) == {"ferryName": kept}


def test_a_word_for_a_text_becomes_the_first_value_that_the_page_lists(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    ferry = structured("m.g.ferry", {"size": "Edm.String"}, sample='{"size": "string"}')
    (row,) = ferry.properties
    whole = schema(
        replace(ferry, properties=(replace(row, values=("large", "small")),))
    )
    (reported,) = whole.types
    assert isinstance(reported, StructuredType)
    assert samples_of(whole, type_facts(whole)).of(reported) == {"size": "large"}


LEFT_OUT: dict[str, tuple[str, object]] = {
    "an object where a text belongs": ("Edm.String", {}),
    "a list where a text belongs": ("Edm.String", []),
    "a text where a list belongs": ("Collection(Edm.String)", "String"),
    "a text where an object belongs": ("m.g.team", "microsoft.graph.team"),
    "an object where an enum belongs": ("m.g.kind", {}),
}


@pytest.mark.parametrize(("type_", "value"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_the_wrong_shape_is_left_out(
    type_: str, value: object, read: Callable[[str, object], object]
) -> None:
    assert read(type_, value) == {}


def test_a_key_that_is_half_a_character_is_left_out(
    read: Callable[[str, object], object],
) -> None:
    assert read("m.g.team", {"\ud800": 1, "x": 2}) == {"ferryName": {"x": 2}}
    assert read("Edm.Untyped", {"a": {"\ud800": 1}}) == {"ferryName": {"a": {}}}


def test_endless_nesting_is_left_out(read: Callable[[str, object], object]) -> None:
    value: object = 1
    for _ in range(90):
        value = [value]
    text = json.dumps(read("Edm.Untyped", value))
    assert text.count("[") == MAX_DEPTH


def test_an_object_that_names_a_derived_type_is_read_as_that(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    text = '{"@odata.type": "#m.g.team", "x": "Int"}'
    base = structured("m.g.base", sample=text)
    team = structured("m.g.team", {"x": "Edm.Int32"}, base="m.g.base")
    whole = schema(base, team)
    assert samples_of(whole, type_facts(whole)).of(base) == {
        "@odata.type": "#m.g.team",
        "x": 1,
    }


def test_a_page_without_a_sample_has_none(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    team = structured("m.g.team")
    whole = schema(team)
    assert samples_of(whole, type_facts(whole)).of(team) is None
