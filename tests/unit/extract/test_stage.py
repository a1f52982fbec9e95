"""Extract a page: several types, and placeholders in all parts of a page."""

from collections.abc import Callable

from docgen.diagnostics import Result
from docgen.extract.declarations import (
    Declarations,
    EnumDeclaration,
    StructuredDeclaration,
)

Extracts = Callable[[str], Result[Declarations]]
Declares = Callable[[str], StructuredDeclaration]

HEAD = "# ship resource type\n\nNamespace: harbour\n\n"
PROPERTIES = "## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"


def test_two_type_headings_declare_two_types(extracts: Extracts) -> None:
    text = HEAD + PROPERTIES + "|hull|String|.|\n\n# sail resource type\n" + PROPERTIES
    found = extracts(text + "|area|Int32|.|").value.types
    rows = [
        (one.namespace, one.name, [row.name for row in one.properties])
        for one in found
        if isinstance(one, StructuredDeclaration)
    ]
    assert rows == [("harbour", "ship", ["hull"]), ("harbour", "sail", ["area"])]


def test_a_page_declares_a_resource_and_an_enum(extracts: Extracts) -> None:
    table = "### depth values\n|Member|\n|---|\n|low|\n"
    found = extracts(HEAD + PROPERTIES + "|depth|depth|.|\n\n" + table).value.types
    assert isinstance(found[0], StructuredDeclaration)
    assert isinstance(found[1], EnumDeclaration)


def test_placeholders_are_reported_and_removed(
    extracts: Extracts, declares: Declares
) -> None:
    todo = "**TODO: Add Description**"
    row = f"|hull|String|{todo} Inherited from [vessel](v.md)|"
    text = f'---\ndescription: "{todo}"\n---\n{HEAD}{todo}\n\n{PROPERTIES}{row}'
    reported = [
        (one.code, one.span.line, one.span.column) for one in extracts(text).diagnostics
    ]
    assert reported == [
        ("placeholder", 2, 15),
        ("placeholder", 8, 1),
        ("placeholder", 13, 14),
    ]
    found = declares(text)
    assert found.description is None
    assert [row.description for row in found.properties] == ["Inherited from vessel"]
