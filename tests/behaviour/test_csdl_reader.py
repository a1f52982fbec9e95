"""The strict reader of CSDL rejects documents that CSDL 4.0 does not allow."""

import pytest
from csdl_reader import RefusedError, read, read_calls

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
      <Action Name="act" IsBound="true">
        <Parameter Name="it" Type="a.x" />
        <Parameter Name="u" Type="Edm.String" />
      </Action>
      <Function Name="ask" IsBound="true">
        <Parameter Name="it" Type="Collection(a.x)" />
        <Parameter Name="v" Type="a.z" />
        <ReturnType Type="Edm.Stream" />
      </Function>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""
SECOND_ACTION = """<Action Name="act" IsBound="true">
    <Parameter Name="it" Type="a.x" />
</Action>"""
KEY = '<Key><PropertyRef Name="id" /></Key>'


def overload(name: str, type: str, returns: str) -> str:
    return f"""<Function Name="ask" IsBound="true">
        <Parameter Name="it" Type="Collection(a.x)" />
        <Parameter Name="{name}" Type="{type}" />
        <ReturnType Type="{returns}" />
    </Function>"""


def test_a_valid_document_is_read() -> None:
    assert list(read(DOCUMENT)) == ["a.x", "a.w", "a.y", "a.z"]
    assert [
        (one.kind, one.name, one.bound, one.given, one.returns)
        for one in read_calls(DOCUMENT)
    ] == [
        ("action", "a.act", "a.x", {"u": "Edm.String"}, None),
        ("function", "a.ask", "Collection(a.x)", {"v": "a.z"}, "Edm.Stream"),
    ]


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
        ('<Action Name="act"', '<Action Name="ask"'),
        ('<Action Name="act"', '<Action Name="x"'),
        ('Name="u"', 'Name="it"'),
        ('Name="u"', 'Name="u-u"'),
        ('Name="u" Type="Edm.String"', 'Name="u" Type="a.none"'),
        ('Name="u" Type="Edm.String"', 'Name="u" Type="Edm.Stream"'),
        ('<ReturnType Type="Edm.Stream" />', ""),
        ('Type="Edm.Stream"', 'Type="Collection(Edm.Stream)"'),
        ('"it" Type="a.x"', '"it" Type="a.none"'),
        ("      <Function", SECOND_ACTION + "<Function"),
        ("    </Schema>", overload("v", "Edm.Int32", "Edm.Stream") + "</Schema>"),
        ("    </Schema>", overload("w", "a.z", "Edm.Stream") + "</Schema>"),
        ("    </Schema>", overload("w", "Edm.Int32", "Edm.String") + "</Schema>"),
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
        "an action with the name of a function",
        "an action with the name of a type",
        "a parameter that is there twice",
        "a parameter that is not an identifier",
        "a parameter whose type does not resolve",
        "a stream as a parameter",
        "a function that returns nothing",
        "a collection of streams that is returned",
        "an unknown binding type",
        "two actions for one type",
        "overloads with the same names",
        "overloads with the same types",
        "overloads that return different types",
    ],
)
def test_an_invalid_document_is_rejected(old: str, new: str) -> None:
    assert old in DOCUMENT
    with pytest.raises(RefusedError):
        read(DOCUMENT.replace(old, new, 1))
