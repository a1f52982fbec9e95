"""The schema as CSDL: a complete document, and the rules of CSDL, tested with a strict reader."""

from collections.abc import Callable

import pytest
from csdl_reader import Read, read

from docgen.diagnostics import Result
from docgen.export import to_csdl
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

Resolves = Callable[[dict[str, str]], Result[Schema]]

SHIP = """# ship resource type

Namespace: harbour

A ship & its "crew".

## Methods
|Method|Return type|Description|
|---|---|---|
|[Sail](../api/ship-sail.md)|[ship](ship.md) collection|Sails.|

## Properties
|Property|Type|Description|
|---|---|---|
|hull|String|Not nullable.|
|@odata.etag|String|A tag.|
|depth|depth|Read-only. Possible values are: `low`. The default value is `low`.|
|flag|String|Possible values are: `red`, `blue`. Deprecated.|
|tons|Decimal|Nullable. The default value is 1.5.|

## Relationships
|Relationship|Type|Description|
|---|---|---|
|crew|sailor collection|Not nullable.|

<!-- {"blockType": "resource", "@odata.type": "harbour.ship", "keyProperty": "hull"} -->
"""
DOCUMENT = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- Exported by docgen. -->
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/\
Org.OData.Core.V1.xml">
    <edmx:Include Namespace="Org.OData.Core.V1" />
  </edmx:Reference>
  <edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/\
Org.OData.Validation.V1.xml">
    <edmx:Include Namespace="Org.OData.Validation.V1" />
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="harbour" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EnumType Name="depth">
        <Member Name="low" />
      </EnumType>
      <EntityType Name="sailor" Abstract="true">
        <Annotation Term="Org.OData.Core.V1.LongDescription" \
String="Named, but declared by no page." />
      </EntityType>
      <EntityType Name="ship">
        <Annotation Term="Org.OData.Core.V1.Description" \
String="A ship &amp; its &quot;crew&quot;." />
        <Annotation Term="Org.OData.Core.V1.LongDescription" \
String="Has `@odata.etag` too, `Edm.String`: A tag." />
        <Key>
          <PropertyRef Name="hull" />
        </Key>
        <Property Name="hull" Type="Edm.String" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.Description" String="Not nullable." />
        </Property>
        <Property Name="depth" Type="harbour.depth" DefaultValue="low">
          <Annotation Term="Org.OData.Core.V1.Description" \
String="Read-only. Possible values are: low. The default value is low." />
          <Annotation Term="Org.OData.Core.V1.Permissions" \
EnumMember="Org.OData.Core.V1.Permission/Read" />
        </Property>
        <Property Name="flag" Type="Edm.String">
          <Annotation Term="Org.OData.Core.V1.Description" \
String="Possible values are: red, blue. Deprecated." />
          <Annotation Term="Org.OData.Core.V1.Revisions">
            <Collection>
              <Record>
                <PropertyValue Property="Kind" \
EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated" />
                <PropertyValue Property="Description" String="Marked as deprecated." />
              </Record>
            </Collection>
          </Annotation>
          <Annotation Term="Org.OData.Validation.V1.AllowedValues">
            <Collection>
              <Record>
                <PropertyValue Property="Value" String="red" />
              </Record>
              <Record>
                <PropertyValue Property="Value" String="blue" />
              </Record>
            </Collection>
          </Annotation>
        </Property>
        <Property Name="tons" Type="Edm.Decimal" Nullable="true" DefaultValue="1.5" \
Scale="variable">
          <Annotation Term="Org.OData.Core.V1.Description" \
String="Nullable. The default value is 1.5." />
        </Property>
        <NavigationProperty Name="crew" Type="Collection(harbour.sailor)">
          <Annotation Term="Org.OData.Core.V1.Description" String="Not nullable." />
        </NavigationProperty>
      </EntityType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""
HERE = Source(path="a.md", line=1)


def test_document_of_a_page(resolves: Resolves) -> None:
    assert to_csdl(resolves({"resources/ship.md": SHIP}).value) == DOCUMENT


def row(
    name: str,
    type: str = "Edm.String",
    *,
    many: bool = False,
    default: str | None = None,
    nullable: bool | None = None,
    values: tuple[str, ...] = (),
    inherited_from: str | None = None,
    description: str | None = None,
) -> Property:
    return Property(
        name=WireName(name),
        type=TypeReference(name=QualifiedName(type), is_collection=many),
        source=HERE,
        default=default,
        nullable=nullable,
        values=values,
        inherited_from=QualifiedName(inherited_from) if inherited_from else None,
        description=description,
    )


def entity(
    name: str,
    *properties: Property,
    key: str = "id",
    base: str | None = None,
    abstract: bool = False,
    open: bool = False,
    navigation: tuple[Property, ...] = (),
) -> StructuredType:
    return StructuredType(
        kind="entity",
        name=QualifiedName(name),
        key=tuple(map(WireName, key.split())),
        base_type=QualifiedName(base) if base else None,
        abstract=abstract,
        open=open,
        sources=(HERE,),
        properties=properties,
        navigation_properties=navigation,
    )


def complex_type(
    name: str, *properties: Property, base: str | None = None
) -> StructuredType:
    return StructuredType(
        kind="complex",
        name=QualifiedName(name),
        base_type=QualifiedName(base) if base else None,
        sources=(HERE,),
        properties=properties,
    )


def enum(name: str, *members: tuple[str, int | None], flags: bool = False) -> EnumType:
    return EnumType(
        name=QualifiedName(name),
        flags=flags,
        sources=(HERE,),
        members=tuple(Member(name=m, value=value, source=HERE) for m, value in members),
    )


def exported(*types: Type) -> dict[str, Read]:
    return read(to_csdl(Schema(types=types, pages=())))


ID = row("id")


class TestKeys:
    def test_key_is_never_nullable(self) -> None:
        read = exported(entity("a.x", row("id", nullable=True)))["a.x"]
        assert read.key == ("id",)
        assert read.rows["id"].nullable is False

    def test_key_can_have_several_properties(self) -> None:
        assert exported(entity("a.x", row("b"), ID, key="id b"))["a.x"].key == (
            "id",
            "b",
        )

    def test_key_can_be_declared_by_an_ancestor(self) -> None:
        read = exported(
            entity("a.base", ID, key="", abstract=True), entity("a.x", base="a.base")
        )
        assert (read["a.base"].key, read["a.x"].key) == ((), ("id",))
        assert read["a.base"].rows["id"].nullable is False

    def test_entity_type_without_key_is_abstract(self) -> None:
        read = exported(entity("a.base", key=""), entity("a.x", base="a.base", key=""))
        assert [one.abstract for one in read.values()] == [True, True]
        assert read["a.x"].note == (
            "The type is abstract only here, because no page declares its key."
        )

    @pytest.mark.parametrize(
        "id",
        [row("id", many=True), row("id", "Edm.Double"), row("id", "a.y"), row("@id")],
        ids=["a collection", "a double", "a complex type", "not an identifier"],
    )
    def test_invalid_key_is_described(self, id: Property) -> None:
        read = exported(entity("a.x", id, key=id.name), complex_type("a.y"))["a.x"]
        assert read.key == ()
        assert read.abstract
        assert f"The key is `{id.name}`." in (read.note or "").splitlines()


class TestInheritance:
    def test_an_inherited_row_is_not_declared_again(self) -> None:
        derived = entity(
            "a.x", row("id", inherited_from="a.base"), key="", base="a.base"
        )
        assert exported(entity("a.base", ID), derived)["a.x"].rows == {}

    def test_abstract_type_with_a_base_that_is_not_abstract_is_described(self) -> None:
        derived = entity("a.x", key="", base="a.base", abstract=True)
        read = exported(entity("a.base", ID), derived)["a.x"]
        assert not read.abstract
        assert read.note == "The type is abstract, although its base type is not."

    def test_undeclared_base_is_an_abstract_entity_type(self) -> None:
        read = exported(entity("a.x", ID, base="b.base"))
        assert read["a.x"].base == "b.base"
        assert (read["b.base"].kind, read["b.base"].abstract) == ("entity", True)

    def test_base_with_an_invalid_name_is_skipped(self) -> None:
        read = exported(
            entity("a.base", ID),
            entity("System.mid", key="", base="a.base"),
            entity("a.x", key="", base="System.mid"),
        )
        assert read["a.x"].base == "a.base"
        assert "System.mid" not in read


class TestRows:
    @pytest.mark.parametrize(
        ("type", "is_in_relationships", "expected", "is_navigation"),
        [
            ("a.x", False, "a.x", True),
            ("a.y", True, "a.y", False),
            ("a.z", True, "a.z", False),
            ("Edm.Int32", True, "Edm.Int32", False),
            ("Edm.Untyped", True, "Edm.EntityType", True),
            ("Edm.Untyped", False, "Edm.Untyped", False),
            ("a.none", True, "a.none", True),
            ("a.none", False, "a.none", False),
            ("Edm.Nothing", False, "Edm.Untyped", False),
            ("System.none", False, "Edm.Untyped", False),
        ],
        ids=[
            "entity type in a properties table",
            "complex type in a relationships table",
            "enum type in a relationships table",
            "primitive in a relationships table",
            "unknown type in a relationships table",
            "unknown type in a properties table",
            "undeclared type in a relationships table",
            "undeclared type in a properties table",
            "primitive that OData does not have",
            "type with an invalid name",
        ],
    )
    def test_element_depends_on_type_and_table(
        self, type: str, is_in_relationships: bool, expected: str, is_navigation: bool
    ) -> None:
        one = (row("r", type),)
        own, related = ((), one) if is_in_relationships else (one, ())
        read = exported(
            entity("a.x", ID, *own, navigation=related),
            complex_type("a.y"),
            enum("a.z", ("m", None)),
        )["a.x"].rows["r"]
        assert (read.type, read.is_navigation) == (expected, is_navigation)

    def test_undeclared_type_in_both_tables_is_an_entity_type(self) -> None:
        one = entity("a.x", ID, row("p", "a.n"), navigation=(row("q", "a.n"),))
        rows = exported(one)["a.x"].rows
        assert (rows["p"].is_navigation, rows["q"].is_navigation) == (True, True)

    def test_collection_of_streams_is_untyped(self) -> None:
        read = exported(complex_type("a.x", row("p", "Edm.Stream", many=True)))
        assert read["a.x"].rows["p"].type == "Edm.Untyped"

    @pytest.mark.parametrize(("nullable", "expected"), [(True, None), (False, False)])
    def test_only_false_is_exported_as_nullable_of_a_collection(
        self, nullable: bool, expected: bool | None
    ) -> None:
        read = exported(complex_type("a.x", row("p", many=True, nullable=nullable)))
        assert read["a.x"].rows["p"].nullable is expected

    @pytest.mark.parametrize(
        ("type", "default", "expected"),
        [
            ("Edm.Boolean", "True", "true"),
            ("Edm.Int16", "99999", None),
            ("Edm.Date", "today", None),
            ("Edm.String", "a <b>", "a <b>"),
            ("a.z", "LOW", "low"),
            ("a.z", "wide", None),
            ("a.f", "low, high", "low,high"),
            ("a.none", "x", None),
            ("Edm.Untyped", "x", None),
        ],
    )
    def test_a_default_is_a_value_of_its_type(
        self, type: str, default: str, expected: str | None
    ) -> None:
        read = exported(
            complex_type("a.x", row("p", type, default=default)),
            enum("a.z", ("low", None)),
            enum("a.f", ("low", None), ("high", None), flags=True),
        )
        assert read["a.x"].rows["p"].default == expected

    @pytest.mark.parametrize(
        ("one", "is_listed"),
        [
            (row("p", values=("a", "b")), True),
            (row("p", "Edm.Int32", values=("1", "2")), True),
            (row("p", "Edm.Int32", values=("1", "many")), False),
            (row("p", "a.z", values=("low",)), False),
        ],
        ids=[
            "strings",
            "integers",
            "words for integers: not listed",
            "enum type: not listed",
        ],
    )
    def test_values_are_listed(self, one: Property, is_listed: bool) -> None:
        read = exported(complex_type("a.x", one), enum("a.z", ("low", None)))
        terms = read["a.x"].rows["p"].terms
        assert ("Org.OData.Validation.V1.AllowedValues" in terms) is is_listed


class TestEnums:
    @pytest.mark.parametrize(
        ("members", "flags", "expected"),
        [
            ([("a", None), ("b", None)], False, [None, None]),
            ([("a", 4), ("b", 4)], False, [4, 4]),
            ([("a", 0), ("b", None), ("c", 1), ("d", None)], False, [0, 2, 1, 3]),
            ([("a", None), ("b", 1), ("c", None)], True, [2, 1, 4]),
            ([("a", -1), ("b", None)], True, [-1, 0]),
            ([("a", 2**40)], False, [2**40]),
            ([("a", 2**80), ("b", None)], False, [None, None]),
        ],
        ids=[
            "no values",
            "declared values",
            "next free numbers",
            "powers of two for flags",
            "not flags with a negative value",
            "64 bits",
            "too large for 64 bits",
        ],
    )
    def test_values(
        self,
        members: list[tuple[str, int | None]],
        flags: bool,
        expected: list[int | None],
    ) -> None:
        read = exported(enum("a.z", *members, flags=flags))["a.z"]
        assert [value for _, value, _ in read.members] == expected

    def test_flags_are_flags(self) -> None:
        assert exported(enum("a.z", ("a", 1), flags=True))["a.z"].flags

    @pytest.mark.parametrize(
        ("count", "is_flags", "last_value"),
        [(63, True, 2**62), (64, False, None)],
        ids=[
            "63 members are flags, as the largest value fits in a signed 64-bit integer",
            "64 members are not flags",
        ],
    )
    def test_the_number_of_flags_is_limited(
        self, count: int, is_flags: bool, last_value: int | None
    ) -> None:
        members = [(f"m{number}", None) for number in range(count)]
        read = exported(enum("a.z", *members, flags=True))["a.z"]
        assert read.flags is is_flags
        assert read.members[-1][1] == last_value

    def test_member_that_is_not_an_identifier_is_described(self) -> None:
        read = exported(enum("a.z", ("JIS B4", None), ("a", None)))["a.z"]
        assert [name for name, _, _ in read.members] == ["a"]
        assert read.note == "Has `JIS B4` too."

    @pytest.mark.parametrize("members", [(), (("JIS B4", None),)])
    def test_an_enum_type_without_members_is_a_string(
        self, members: tuple[tuple[str, int | None], ...]
    ) -> None:
        read = exported(
            complex_type("a.x", row("p", "a.z", default="b")), enum("a.z", *members)
        )
        assert read["a.z"].kind == "definition"
        assert read["a.x"].rows["p"].default == "b"


class TestDocument:
    def test_document_without_types(self) -> None:
        assert exported() == {}

    def test_each_namespace_has_a_schema_element(self) -> None:
        read = exported(complex_type("a.b.x"), complex_type("a.x"))
        assert list(read) == ["a.x", "a.b.x"]

    @pytest.mark.parametrize(
        "name", ["Edm.x", "odata.x", "System.x", "x", "a.\u2118", "Org.OData.Core.V1.x"]
    )
    def test_type_with_an_invalid_name_is_described(self, name: str) -> None:
        text = to_csdl(Schema(types=(complex_type(name),), pages=()))
        assert read(text) == {}
        assert f'String="`{name}` is a type too."' in text

    def test_descriptions_keep_newlines_and_lose_illegal_characters(
        self,
    ) -> None:
        hostile = "]]>\t<!--\r\n'\"&amp;\x00\x1b\ufffe --> \U0001f6a2"
        read = exported(complex_type("a.x", row("p", description=hostile)))
        assert read["a.x"].rows["p"].description == (
            "]]>\t<!--\r\n'\"&amp; --> \U0001f6a2"
        )
