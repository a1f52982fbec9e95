"""What types declare and inherit, and the names of their fields."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

import pytest
from msgspec.structs import replace

from docgen.python.type_facts import (
    NO_NAMES,
    KnownNames,
    TypeFacts,
    known_names,
    type_facts,
)
from docgen.schema.model import QualifiedName, Schema, StructuredType, WireName

Makes = Callable[..., StructuredType]


@pytest.fixture
def facts(structured: Makes, schema: Callable[..., Schema]) -> TypeFacts:
    """`base`, `team` and `user` derived from it, `a` from `team`; `lonely` without a base."""
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


PROPERTIES = {
    "a declared property": ("m.g.team", "x", "Edm.Int32"),
    "an inherited property": ("m.g.a", "id", "Edm.String"),
    "the topmost property if derived types repeat it": ("m.g.a", "x", "Edm.Int32"),
    "not the property of a sibling": ("m.g.user", "x", "Edm.Guid"),
    "a property of a type whose base is missing": ("m.g.lonely", "x", "Edm.Date"),
    "no property of a derived type": ("m.g.base", "x", None),
    "no property of an unrelated type": ("m.g.lonely", "id", None),
    "no property that is not declared": ("m.g.a", "y", None),
}


@pytest.mark.parametrize(
    ("name", "wire_name", "type_"), PROPERTIES.values(), ids=PROPERTIES.keys()
)
def test_find_property(
    name: str, wire_name: str, type_: str | None, facts: TypeFacts
) -> None:
    found = facts.find_property(QualifiedName(name), wire_name)
    assert (found and found.type.name) == type_


DERIVED = {
    "a type and itself": ("m.g.team", "m.g.team", True),
    "a type and its base type": ("m.g.team", "m.g.base", True),
    "a type and the base type of its base type": ("m.g.a", "m.g.base", True),
    "a base type and its derived type": ("m.g.base", "m.g.team", False),
    "siblings": ("m.g.user", "m.g.team", False),
    "unrelated types": ("m.g.lonely", "m.g.base", False),
}


@pytest.mark.parametrize(
    ("name", "base", "derives"), DERIVED.values(), ids=DERIVED.keys()
)
def test_derives(name: str, base: str, derives: bool, facts: TypeFacts) -> None:
    result = facts.lineage.derives(QualifiedName(name), QualifiedName(base))
    assert result is derives


def test_inherited_property_is_not_declared_again(facts: TypeFacts) -> None:
    assert facts.declared[QualifiedName("m.g.a")] == {}


def test_field_does_not_get_the_name_of_an_inherited_field(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    names = type_facts(
        schema(
            structured("m.g.base", {"fooBar": "Edm.String"}),
            structured("m.g.middle", {}, base="m.g.base"),
            structured("m.g.team", {"foo_bar": "Edm.String"}, base="m.g.middle"),
            structured("m.g.other", {"foo_bar": "Edm.String"}),
        )
    ).field_names
    assert names[QualifiedName("m.g.team")][WireName("foo_bar")] != "foo_bar"
    assert names[QualifiedName("m.g.other")][WireName("foo_bar")] == "foo_bar"


@pytest.mark.parametrize(
    "owner", ["m.g.base", "m.g.team"], ids=["in the base type", "in the derived type"]
)
def test_canonical_field_keeps_its_name(
    owner: str, structured: Makes, schema: Callable[..., Schema]
) -> None:
    wire_names = dict.fromkeys(["m.g.base", "m.g.team"], "DisplayName")
    wire_names[owner] = "displayName"
    base = structured("m.g.base", {wire_names["m.g.base"]: "Edm.String"})
    team = structured(
        "m.g.team", {wire_names["m.g.team"]: "Edm.String"}, base="m.g.base"
    )
    by_type = type_facts(schema(base, team)).field_names.values()
    names = {wire: name for fields in by_type for wire, name in fields.items()}
    assert names[WireName("displayName")] == "display_name"
    assert names[WireName("DisplayName")] == "display_name_1f14a4b8"


def test_field_of_a_sibling_renames_nothing(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    facts = type_facts(
        schema(
            structured("m.g.base", {"id": "Edm.String"}),
            structured("m.g.team", {"DisplayName": "Edm.String"}, base="m.g.base"),
            structured("m.g.user", {"displayName": "Edm.String"}, base="m.g.base"),
        )
    )
    assert facts.field_names[QualifiedName("m.g.team")] == {
        WireName("DisplayName"): "display_name"
    }


def test_hierarchy_may_be_deeper_than_the_recursion_limit(
    structured: Makes, schema: Callable[..., Schema]
) -> None:
    types = [
        structured(f"m.g.c{i}", {"a": "Edm.String"}, base=f"m.g.c{i - 1}")
        for i in range(3_000)
    ]
    facts = type_facts(schema(*types))
    last = QualifiedName("m.g.c2999")
    assert facts.declared[last] == {}
    assert facts.find_property(last, "a") is not None


NULLABLE = {
    "a property": ("m.g.team", "x", True),
    "an undeclared property": ("m.g.team", "y", True),
    "a key": ("m.g.base", "id", False),
    "an inherited key": ("m.g.team", "id", False),
    "a property that is not nullable": ("m.g.base", "sure", False),
    "an inherited property that is not nullable": ("m.g.team", "sure", False),
    "a property with the name of another type's key": ("m.g.lonely", "id", True),
}


@pytest.mark.parametrize(
    ("name", "wire_name", "is_nullable"), NULLABLE.values(), ids=NULLABLE.keys()
)
def test_is_nullable(
    name: str,
    wire_name: str,
    is_nullable: bool,
    structured: Makes,
    schema: Callable[..., Schema],
) -> None:
    base = structured("m.g.base", {"id": "Edm.String", "sure": "Edm.String"})
    key, sure = base.properties
    properties = (key, replace(sure, nullable=False))
    facts = type_facts(
        schema(
            replace(base, key=("id",), properties=properties),
            structured("m.g.team", {"x": "Edm.String"}, base="m.g.base"),
            structured("m.g.lonely", {"id": "Edm.String"}),
        )
    )
    assert facts.is_nullable(QualifiedName(name), wire_name) is is_nullable


WITH_MODEL_KEYS = {
    "a keyword is the name of a model": "m.g.message",
    "its base type has one": "m.g.invitation",
    "a keyword is the name of a list of models": "m.g.list",
}
WITHOUT_MODEL_KEYS = {
    "it is the type of one": "m.g.sender",
    "a keyword is the name of a string": "m.g.action",
    "an identifier is the name of a model": "m.g.folder",
}


@pytest.fixture
def with_model_keys(
    structured: Makes, schema: Callable[..., Schema]
) -> AbstractSet[str]:
    return type_facts(
        schema(
            structured("m.g.sender", {"name": "Edm.String"}),
            structured("m.g.message", {"from": "m.g.sender"}),
            structured("m.g.invitation", {}, base="m.g.message"),
            structured("m.g.list", {"from": "Collection(m.g.sender)"}),
            structured("m.g.action", {"from": "Edm.String", "to": "m.g.message"}),
            structured("m.g.folder", {"first": "m.g.message"}),
        )
    ).with_model_keys


@pytest.mark.parametrize("name", WITH_MODEL_KEYS.values(), ids=WITH_MODEL_KEYS.keys())
def test_type_has_model_keys(name: str, with_model_keys: AbstractSet[str]) -> None:
    assert name in with_model_keys


@pytest.mark.parametrize(
    "name", WITHOUT_MODEL_KEYS.values(), ids=WITHOUT_MODEL_KEYS.keys()
)
def test_type_has_no_model_keys(name: str, with_model_keys: AbstractSet[str]) -> None:
    assert name not in with_model_keys


class TestKnownNames:
    """Names of an earlier build, which make no difference."""

    @pytest.fixture
    def before(
        self, structured: Makes, schema: Callable[..., Schema]
    ) -> tuple[Schema, KnownNames]:
        rows = {
            "displayName": "Edm.String",
            "IPAddress": "Edm.String",
            "id": "Edm.Guid",
        }
        whole = schema(
            structured("m.g.base", rows), structured("m.g.team", {}, base="m.g.base")
        )
        names = type_facts(whole).field_names
        return whole, known_names(names, NO_NAMES)

    def test_canonical_names_and_conversions_of_others_are_known(
        self, before: tuple[Schema, KnownNames]
    ) -> None:
        _, known = before
        assert known.fields[QualifiedName("m.g.base")] == {
            "displayName": "display_name",
            "id": "id",
        }
        assert known.converted == {"IPAddress": "ip_address"}

    def test_known_names_are_those_of_a_first_build(
        self, before: tuple[Schema, KnownNames]
    ) -> None:
        whole, known = before
        names = type_facts(whole, known).field_names
        assert names == type_facts(whole).field_names
        assert known_names(names, known) == known

    def test_name_that_another_property_takes_is_not_kept(
        self,
        before: tuple[Schema, KnownNames],
        structured: Makes,
        schema: Callable[..., Schema],
    ) -> None:
        """`ipAddress` is canonical for the name that `IPAddress` had."""
        rows = {"ipAddress": "Edm.String", "IPAddress": "Edm.String"}
        whole = schema(structured("m.g.base", rows))
        names = type_facts(whole, before[1]).field_names
        assert names == type_facts(whole).field_names
        assert names[QualifiedName("m.g.base")][WireName("ipAddress")] == "ip_address"
        assert names[QualifiedName("m.g.base")][WireName("IPAddress")] != "ip_address"
