"""The name and namespace of a type: what names it, and which names are reported."""

from collections.abc import Callable

import pytest

from docgen.extract.declarations import StructuredDeclaration

Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]

RESOURCE = '<!-- {"blockType": "resource"} -->\n'
NAMED_A_SHIP = '<!-- {"blockType": "resource", "@odata.type": "#a.ship"} -->\n'

NAMES = {
    "resource type": ("# ship resource type", "microsoft.graph.ship"),
    "two spaces": ("#  ship  resource type", "microsoft.graph.ship"),
    "complex type": ("# ship complex type", "microsoft.graph.ship"),
    "facet": ("# Ship facet", "microsoft.graph.Ship"),
    "resource": ("# ship resource", "microsoft.graph.ship"),
    "a remark in parentheses": (
        "# ship resource type (deprecated)",
        "microsoft.graph.ship",
    ),
    "namespace in the next line": ("# ship resource type\nNamespace: a.b", "a.b.ship"),
    "namespace in bold": ("# ship resource type\n**Namespace**: a.b", "a.b.ship"),
    "namespace in the page annotation": (
        '# ship resource type\n<!-- {"type": "#page.annotation", "namespace": "a.b"} -->',
        "a.b.ship",
    ),
    "annotation before heading": (
        "# Vessel resource type\nNamespace: a\n" + NAMED_A_SHIP,
        "a.ship",
    ),
    "annotation before namespace": (
        "# ship resource type\nNamespace: b\n" + NAMED_A_SHIP,
        "a.ship",
    ),
    "annotation and a heading in prose": (
        "# Sailing the sea\n" + NAMED_A_SHIP,
        "a.ship",
    ),
    "sample before heading": (
        f'# Vessel resource type\n{RESOURCE}```json\n{{"@odata.type": "#a.ship"}}\n```\n',
        "a.ship",
    ),
    "file name if nothing else names it": (
        "# Sailing the sea\n" + RESOURCE,
        "microsoft.graph.page",
    ),
    "a heading of one word and a table": (
        "# ship\n## Properties\n|Property|Type|\n|---|---|\n|hull|String|",
        "microsoft.graph.ship",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_type_is_named_by(declares: Declares, text: str, name: str) -> None:
    found = declares(text)
    assert f"{found.namespace}.{found.name}" == name


OTHER_NAMES = {
    "another name in the heading": ("# boat resource type\n", "contradiction"),
    "another spelling in the heading": ("# Ship resource type\n", "name-case"),
    "another namespace in the prose": (
        "# ship resource type\nNamespace: b\n\n",
        "contradiction",
    ),
}


@pytest.mark.parametrize(("text", "code"), OTHER_NAMES.values(), ids=OTHER_NAMES)
def test_other_names_are_reported(codes: Codes, text: str, code: str) -> None:
    assert codes(text + NAMED_A_SHIP) == [code]


def test_another_name_in_a_further_annotation_is_reported(codes: Codes) -> None:
    other = NAMED_A_SHIP.replace("ship", "boat")
    assert codes("# ship resource type\n" + NAMED_A_SHIP + other) == ["contradiction"]


def test_an_invalid_name_in_an_annotation_is_reported(codes: Codes) -> None:
    text = "# ship resource type\n" + NAMED_A_SHIP.replace("a.ship", "a/ship")
    assert codes(text) == ["invalid-name"]
