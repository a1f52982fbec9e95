"""The strict reader of CSDL rejects documents that CSDL 4.0 does not allow."""

import pytest
from csdl_reader import RefusedError, read

DOCUMENT = """<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
  <edmx:Reference Uri="core.xml"><edmx:Include Namespace="Org.OData.Core.V1" /></edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="x">
        <Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.String" Nullable="false" />
        <Property Name="p" Type="a.y" />
        <NavigationProperty Name="n" Type="Collection(a.x)" />
      </EntityType>
      <EntityType Name="w" BaseType="a.x" />
      <ComplexType Name="y"><Property Name="q" Type="a.z" DefaultValue="m" /></ComplexType>
      <EnumType Name="z"><Member Name="m" Value="0" /><Member Name="o" Value="1" /></EnumType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""
KEY = '<Key><PropertyRef Name="id" /></Key>'


def test_a_valid_document_is_read() -> None:
    assert list(read(DOCUMENT)) == ["a.x", "a.w", "a.y", "a.z"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</Schema>", ""),
        ('Version="4.0"', 'Version="3.0"'),
        ('Namespace="a"', 'Namespace="Edm"'),
        ('Namespace="a"', 'Namespace="Org.OData.Core.V1"'),
        ('Name="y"', 'Name="y" Colour="red"'),
        ("<Key>", "<Lock /><Key>"),
        ("<Key>", "words <Key>"),
        ('Name="y"', 'Name="x"'),
        ('Name="y"', 'Name="y y"'),
        ('Name="p"', 'Name="@p"'),
        ('Name="p"', 'Name="id"'),
        ('Type="a.y"', 'Type="a.none"'),
        ('Type="a.y"', 'Type="a.x"'),
        ('Type="a.y"', 'Type="Collection(Edm.Stream)"'),
        ('Type="Collection(a.x)"', 'Type="a.y"'),
        ('Type="Collection(a.x)"', 'Type="Collection(a.x)" Nullable="true"'),
        ('Nullable="false"', 'Nullable="no"'),
        ('BaseType="a.x"', 'BaseType="a.none"'),
        ('BaseType="a.x"', 'BaseType="a.y"'),
        ('BaseType="a.x"', 'BaseType="a.w"'),
        ('BaseType="a.x"', 'BaseType="a.x" Abstract="true"'),
        (KEY, ""),
        (KEY, "<Key />"),
        (KEY, KEY + KEY),
        ('<PropertyRef Name="id" />', '<PropertyRef Name="p" />'),
        ('<PropertyRef Name="id" />', '<PropertyRef Name="none" />'),
        (' Nullable="false"', ""),
        ('"a.x" />\n      <C', f'"a.x">{KEY}</EntityType>\n      <C'),
        ('Name="o"', 'Name="m"'),
        (' Value="1"', ""),
        ('<Member Name="m" Value="0" /><Member Name="o" Value="1" />', ""),
        ('Name="z"', 'Name="z" IsFlags="true" UnderlyingType="Edm.String"'),
        ('Value="0"', 'Value="99999999999"'),
        ('DefaultValue="m"', 'DefaultValue="none"'),
        ("<Key>", '<Annotation Term="Unknown.Term" String="" /><Key>'),
        ("<Key>", 2 * '<Annotation Term="Org.OData.Core.V1.Description" />' + "<Key>"),
    ],
    ids=[
        "text that is no XML",
        "another version",
        "a reserved namespace",
        "a namespace that is included",
        "an unknown attribute",
        "an unknown element",
        "text between elements",
        "a name that is given twice",
        "a name that is not an identifier",
        "a property that is not an identifier",
        "a property that is there twice",
        "a type that does not resolve",
        "an entity in a property",
        "a collection of streams",
        "a complex type as the type of a navigation property",
        "nullable collections of entities",
        "a boolean that is none",
        "a base that does not resolve",
        "a base of another kind",
        "a base that is the type itself",
        "abstract below a type that is not",
        "no key",
        "a key without properties",
        "two keys",
        "a key of a complex type",
        "a key without its property",
        "a key that may be null",
        "a key in addition to an inherited key",
        "a member that is there twice",
        "a value for some members",
        "no members",
        "members of a string",
        "a value that does not fit",
        "a default that is not a member",
        "a term of an unknown vocabulary",
        "a term that is there twice",
    ],
)
def test_an_invalid_document_is_rejected(old: str, new: str) -> None:
    assert old in DOCUMENT
    with pytest.raises(RefusedError):
        read(DOCUMENT.replace(old, new, 1))
