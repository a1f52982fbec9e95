"""Links from a page to other pages of its set, and undefined references."""

import pytest

from docgen.diagnostics import Diagnostic
from docgen.extract.page_links import page_anchors, page_links
from docgen.markdown.parse import parse

LINKS: dict[str, tuple[str, list[str]]] = {
    "a link in a paragraph": ("See [boat](boat.md).", ["resources/boat.md"]),
    "a link in a heading": ("# A [boat](boat.md)", ["resources/boat.md"]),
    "a link in a list": ("- [list](../api/list.md)", ["api/list.md"]),
    "a link in a cell": ("|a|\n|---|\n|[boat](boat.md)|", ["resources/boat.md"]),
    "a link in a header": ("|[boat](boat.md)|\n|---|\n|a|", ["resources/boat.md"]),
    "a link with an anchor": ("[boat](boat.md#sails)", ["resources/boat.md"]),
    "a link to a section of this page": ("[x](#sails)", ["resources/ship.md"]),
    "a link to this page": ("[ship](ship.md)", []),
    "a link to a tab of this page": ("[x](#tab/http)", []),
    "a link to a page outside the set": ("[x](../../other/x.md)", []),
    "a link to a site": ("[x](https://example.com/x.md)", []),
    "an include": ("[!INCLUDE [x](../includes/x.md)]", []),
    "code": ("`[boat](boat.md)`", []),
}


@pytest.mark.parametrize(("text", "paths"), LINKS.values(), ids=LINKS)
def test_links_to_other_pages_are_found(text: str, paths: list[str]) -> None:
    page = parse("resources/ship.md", text.encode()).value
    found = [one for one in page_links(page) if not isinstance(one, Diagnostic)]
    assert [link.path for link in found] == paths


ANCHORS = {
    "a heading": ("## Risk level values", ["risk-level-values"]),
    "punctuation": ("## What's new?", ["whats-new"]),
    "words joined by a sign": ("## A & B", ["a-b"]),
    "a repeated heading": ("## Size\n## Size", ["size", "size-1"]),
    "an HTML anchor": ('<a name="Top"></a>Text', ["top"]),
    "the id of an element": ("<div class='x' id='low'>Text</div>", ["low"]),
    "an anchor in a heading": ('## <a id="top"></a>Size', ["size", "top"]),
    "no anchor": ("Text", []),
}


@pytest.mark.parametrize(("text", "anchors"), ANCHORS.values(), ids=ANCHORS)
def test_anchors_are_those_of_headings_and_elements(
    text: str, anchors: list[str]
) -> None:
    page = parse("ship.md", text.encode()).value
    assert list(page_anchors(page)) == anchors


REFERENCES = {
    "a full reference": ("See [the boat][boat].", "`boat`"),
    "a collapsed reference": ("See [boat][].", "`boat`"),
}


@pytest.mark.parametrize(("text", "name"), REFERENCES.values(), ids=REFERENCES)
def test_an_undefined_reference_is_reported(text: str, name: str) -> None:
    (found,) = page_links(parse("resources/ship.md", text.encode()).value)
    assert isinstance(found, Diagnostic)
    assert found.code == "undefined-reference"
    assert name in found.message
