"""What types declare and inherit, and the names of their fields."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.type_facts import TypeFacts, type_facts
from docgen.schema.model import QualifiedName, Schema, StructuredType, WireName

Makes = Callable[..., StructuredType]


@pytest.fixture
def known(structured: Makes, schema: Callable[..., Schema]) -> TypeFacts:
    """A base, two types that derive from it, and one that derives from the first of them."""
    return type_facts(
        schema(
            structured("m.g.base", {"id": "Edm.String"}),
            structured("m.g.team", {"x": "Edm.Int32"}, base="m.g.base"),
            structured(
                "m.g.a", {"id": "Edm.Int32", "x": "Edm.String"}, base="m.g.team"
            ),
            structured("m.g.user", {"x": "Edm.Guid", "X": "Edm.Guid"}, base="m.g.base"),
            structured("m.g.lonely", {"x": "Edm.Date"}, base="m.g.missing"),
        )
    )


ROWS = {
    "its own": ("m.g.team", "x", "Edm.Int32"),
    "an ancestor's": ("m.g.a", "id", "Edm.String"),
    "the oldest, where a derived type states it again": ("m.g.a", "x", "Edm.Int32"),
    "not a sibling's": ("m.g.user", "x", "Edm.Guid"),
    "not that of a type without a base": ("m.g.lonely", "x", "Edm.Date"),
    "none of a derived type": ("m.g.base", "x", None),
    "none of another family": ("m.g.lonely", "id", None),
    "none that nobody declares": ("m.g.a", "y", None),
}


@pytest.mark.parametrize(("name", "wire", "type_"), ROWS.values(), ids=ROWS.keys())
def test_a_property_is(
    name: str, wire: str, type_: str | None, known: TypeFacts
) -> None:
    find_property = known.find_property(QualifiedName(name), wire)
    assert (find_property and find_property.type.name) == type_


DERIVED = {
    "a type from itself": ("m.g.team", "m.g.team", True),
    "a type from its base": ("m.g.team", "m.g.base", True),
    "a type from its base's base": ("m.g.a", "m.g.base", True),
    "no base from a type": ("m.g.base", "m.g.team", False),
    "no sibling from another": ("m.g.user", "m.g.team", False),
    "no type from one of another family": ("m.g.lonely", "m.g.base", False),
}


@pytest.mark.parametrize(
    ("name", "base", "derives"), DERIVED.values(), ids=DERIVED.keys()
)
def test_a_type_derives(name: str, base: str, derives: bool, known: TypeFacts) -> None:
    made = known.lineage.derives(QualifiedName(name), QualifiedName(base))
    assert made is derives


def test_a_field_that_is_inherited_is_not_declared_again(known: TypeFacts) -> None:
    assert known.declared[QualifiedName("m.g.a")] == {}


def test_a_field_does_not_take_the_name_of_an_ancestor_s(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    made = type_facts(
        schema(
            structured("m.g.base", {"fooBar": "Edm.String"}),
            structured("m.g.middle", {}, base="m.g.base"),
            structured("m.g.team", {"foo_bar": "Edm.String"}, base="m.g.middle"),
            structured("m.g.other", {"foo_bar": "Edm.String"}),
        )
    )
    names = made.field_names
    assert names[QualifiedName("m.g.team")][WireName("foo_bar")] != "foo_bar"
    assert names[QualifiedName("m.g.other")][WireName("foo_bar")] == "foo_bar"


NAMED = {
    "keeps its name where a base has one that reads the same": "m.g.base",
    "keeps its name where a derived type has one that reads the same": "m.g.team",
}


@pytest.mark.parametrize("owner", NAMED.values(), ids=NAMED.keys())
def test_a_field_in_humps(
    owner: str, structured: Makes, schema: Callable[..., Schema]
) -> None:
    wires = dict.fromkeys(["m.g.base", "m.g.team"], "DisplayName") | {
        owner: "displayName"
    }
    found = type_facts(
        schema(
            structured("m.g.base", {wires["m.g.base"]: "Edm.String"}),
            structured("m.g.team", {wires["m.g.team"]: "Edm.String"}, base="m.g.base"),
        )
    )
    names = {
        wire: made
        for declared in found.field_names.values()
        for wire, made in declared.items()
    }
    assert names[WireName("displayName")] == "display_name"
    assert names[WireName("DisplayName")] == "display_name_1f14a4b8"


def test_a_field_of_another_family_renames_nothing(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    found = type_facts(
        schema(
            structured("m.g.base", {"id": "Edm.String"}),
            structured("m.g.team", {"DisplayName": "Edm.String"}, base="m.g.base"),
            structured("m.g.user", {"displayName": "Edm.String"}, base="m.g.base"),
        )
    )
    assert found.field_names[QualifiedName("m.g.team")] == {
        WireName("DisplayName"): "display_name"
    }


def test_a_chain_of_bases_may_be_deeper_than_python_s_stack(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    chain = [
        structured(f"m.g.c{i}", {"a": "Edm.String"}, base=f"m.g.c{i - 1}")
        for i in range(3_000)
    ]
    made = type_facts(schema(*chain))
    last = QualifiedName("m.g.c2999")
    assert made.declared[last] == {}
    assert made.find_property(last, "a") is not None


NULLS = {
    "what no page says is never null": ("m.g.team", "x", True),
    "what nobody declares": ("m.g.team", "y", True),
    "a key": ("m.g.base", "id", False),
    "a key that is inherited": ("m.g.team", "id", False),
    "what a page says is never null": ("m.g.base", "sure", False),
    "what the page of an ancestor says is never null": ("m.g.team", "sure", False),
    "a property called like a key of another family": ("m.g.lonely", "id", True),
}


@pytest.mark.parametrize(("name", "wire", "may_be"), NULLS.values(), ids=NULLS.keys())
def test_json_may_have_a_null_for(
    name: str,
    wire: str,
    may_be: bool,
    structured: Makes,
    schema: Callable[..., Schema],
) -> None:
    base = structured("m.g.base", {"id": "Edm.String", "sure": "Edm.String"})
    key, sure = base.properties
    properties = (key, replace(sure, nullable=False))
    made = type_facts(
        schema(
            replace(base, key=("id",), properties=properties),
            structured("m.g.team", {"x": "Edm.String"}, base="m.g.base"),
            structured("m.g.lonely", {"id": "Edm.String"}),
        )
    )
    assert made.is_nullable(QualifiedName(name), wire) is may_be
