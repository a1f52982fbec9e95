"""The schema as JSON Schema: accepted and rejected values, and the facts of properties."""

import json
from collections.abc import Mapping

import pytest
from jsonschema import Draft202012Validator

from docgen.export import to_jsonschema
from docgen.schema.model import (
    EnumType,
    Member,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    Type,
    TypeReference,
    WireName,
)

HERE = Source(path="a.md", line=1)


def row(
    name: str,
    type: str = "Edm.String",
    *,
    many: bool = False,
    default: str | None = None,
    nullable: bool | None = None,
    values: tuple[str, ...] = (),
    inherited_from: str | None = None,
) -> Property:
    return Property(
        name=WireName(name),
        type=TypeReference(name=QualifiedName(type), is_collection=many),
        source=HERE,
        default=default,
        nullable=nullable,
        values=values,
        inherited_from=QualifiedName(inherited_from) if inherited_from else None,
    )


def structured(
    name: str,
    *rows: Property,
    base: str | None = None,
    key: str = "",
    open: bool = False,
) -> StructuredType:
    return StructuredType(
        kind="entity" if key else "complex",
        name=QualifiedName(name),
        key=tuple(map(WireName, key.split())),
        base_type=QualifiedName(base) if base else None,
        open=open,
        sources=(HERE,),
        properties=rows,
    )


def enum(
    *names: str, open: bool = False, flags: bool = False, description: str | None = None
) -> EnumType:
    return EnumType(
        name=QualifiedName("a.z"),
        open=open,
        flags=flags,
        sources=(HERE,),
        members=tuple(
            Member(name=name, description=description, source=HERE) for name in names
        ),
    )


def exported(*types: Type) -> dict[str, dict[str, dict[str, object]]]:
    loaded: dict[str, dict[str, dict[str, object]]] = json.loads(
        to_jsonschema(Schema(types=types, pages=()))
    )
    Draft202012Validator.check_schema(loaded)
    return loaded


def accepts(value: object, name: str, *types: Type) -> bool:
    whole = exported(*types) | {"$ref": f"#/$defs/{name}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    return bool(
        Draft202012Validator(whole, format_checker=checker).is_valid(
            json.loads(json.dumps(value))
        )
    )


@pytest.mark.parametrize(
    ("type", "accepted", "rejected"),
    [
        ("Edm.String", ["", "a"], [1, {}]),
        ("Edm.Boolean", [True], ["true", 1]),
        ("Edm.Byte", [0, 255], [-1, 256, "1"]),
        ("Edm.Int32", [2**31 - 1], [2**31, 1.5, "1"]),
        ("Edm.Int64", [2**62, "-1"], [2**63, "one"]),
        ("Edm.Double", [1.5, "INF", "NaN"], ["1.5", True]),
        ("Edm.Decimal", [1.5, "1.50", "1e5"], ["INF", "one"]),
        ("Edm.Date", ["2020-01-31"], ["2020-01-32", 1]),
        ("Edm.TimeOfDay", ["23:59", "23:59:59.5"], ["24:00", "late"]),
        ("Edm.Duration", ["PT8H", "P1Y", "-P1DT0.5S"], ["P", "PT", "8 hours"]),
        ("Edm.Guid", ["8c7a5e0d-7a3b-4c1f-9d52-0c6b1a2e3f40"], ["none", 1]),
        ("Edm.Binary", ["AQID"], [1]),
        ("Edm.GeographyPoint", [{"type": "Point"}], ["Point", {}]),
        ("Edm.Untyped", [1, "a", {}, []], []),
        ("a.none", [1, "a", {}, []], []),
    ],
)
def test_a_value(type: str, accepted: list[object], rejected: list[object]) -> None:
    one = structured("a.x", row("p", type))
    assert [v for v in accepted if not accepts({"p": v}, "a.x", one)] == []
    assert [v for v in rejected if accepts({"p": v}, "a.x", one)] == []


@pytest.mark.parametrize(
    ("one", "is_accepted"),
    [
        (row("p"), True),
        (row("p", nullable=True), True),
        (row("p", nullable=False), False),
        (row("id"), False),
        (row("p", many=True), True),
        (row("p", "a.y", nullable=False), False),
        (row("p", "a.y"), True),
    ],
    ids=[
        "nullable not declared",
        "nullable",
        "not nullable",
        "key",
        "collection",
        "structured type, not nullable",
        "structured type",
    ],
)
def test_null_is_accepted(one: Property, is_accepted: bool) -> None:
    types = (structured("a.x", one, key="id"), structured("a.y"))
    assert accepts({one.name: None}, "a.x", *types) is is_accepted


@pytest.mark.parametrize(
    ("type", "accepted", "rejected"),
    [
        (enum("low", "high"), ["low"], ["deep", "low,high", 1]),
        (enum("low", "high", description="D."), ["low"], ["deep", 1]),
        (enum("low", open=True), ["low", "deep"], [1]),
        (enum("low", "a.b", flags=True), ["low", "low,a.b", "low, a.b"], ["low,axb"]),
        (enum("low", flags=True, open=True), ["low", "deep"], [1]),
        (enum(), ["low"], [1]),
    ],
    ids=[
        "closed type",
        "members with descriptions",
        "open type",
        "flags",
        "open flags",
        "no members",
    ],
)
def test_an_enum_type(
    type: EnumType, accepted: list[str], rejected: list[object]
) -> None:
    assert [v for v in accepted if not accepts(v, "a.z", type)] == []
    assert [v for v in rejected if accepts(v, "a.z", type)] == []


def test_type_has_the_properties_of_its_base_and_allows_others() -> None:
    derived = structured("a.x", row("p", inherited_from="a.b"), row("q"), base="a.b")
    types = (structured("a.b", row("p", "Edm.Int32")), derived)
    assert accepts({"p": 1, "q": "", "@odata.type": "#a.x"}, "a.x", *types)
    assert not accepts({"p": "1"}, "a.x", *types)
    assert list(properties(exported(*types)["$defs"]["a.x"])) == ["q"]


def test_definitions_are_named_by_qualified_name() -> None:
    types = (
        structured("a.größe"),
        structured("a.x", row("p", "a.größe"), base="a.none"),
    )
    assert list(exported(*types)["$defs"]) == ["a.größe", "a.x"]
    assert accepts({"p": {}}, "a.x", *types)
    assert not accepts({"p": 1}, "a.x", *types)


def test_open_type_has_additional_properties() -> None:
    definitions = exported(structured("a.x", open=True), structured("a.y"))["$defs"]
    assert definitions["a.x"] == {"type": "object", "additionalProperties": True}
    assert definitions["a.y"] == {"type": "object"}


def test_facts_of_a_property() -> None:
    one = Property(
        name=WireName("p"),
        type=TypeReference(name=QualifiedName("Edm.Int32")),
        source=HERE,
        description="How many.",
        nullable=False,
        read_only=True,
        deprecated=True,
        default="7",
    )
    assert properties(exported(structured("a.x", one))["$defs"]["a.x"])["p"] == {
        "type": "integer",
        "minimum": -(2**31),
        "maximum": 2**31 - 1,
        "description": "How many.",
        "deprecated": True,
        "readOnly": True,
        "default": 7,
    }


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row("p", "Edm.Boolean", default="true"), True),
        (row("p", "a.z", default="LOW"), "low"),
        (row("p", "Edm.Int32", default="some"), None),
        (row("p", "a.y", default="none"), None),
        (row("p", many=True, default="none"), None),
    ],
)
def test_a_default_is_a_value_of_its_type(one: Property, expected: object) -> None:
    types = (structured("a.x", one), structured("a.y"), enum("low"))
    assert properties(exported(*types)["$defs"]["a.x"])["p"].get("default") == expected


def test_string_with_listed_values_accepts_other_values() -> None:
    one = structured("a.x", row("p", values=("red", "blue")))
    assert accepts({"p": "green"}, "a.x", one)
    assert not accepts({"p": 1}, "a.x", one)
    assert '"red"' in to_jsonschema(Schema(types=(one,), pages=()))


def properties(definition: Mapping[str, object]) -> dict[str, dict[str, object]]:
    found: object = definition["properties"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("value", [[["a", 1]], "=SUM(A1)", 1.5, {}, None])
def test_the_type_of_any_json_accepts_every_value(value: object) -> None:
    assert accepts(value, "microsoft.graph.Json", structured("microsoft.graph.Json"))
