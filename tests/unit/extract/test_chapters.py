"""Chapters: headings that name a type begin one."""

import pytest

from docgen.extract.chapters import (
    TypeTitle,
    chapters,
    type_title,
    type_title_among_words,
)
from docgen.markdown.parse import parse

PAGES = {
    "one type": ("# ship resource type\n## Properties\n", ["ship resource type"]),
    "two types": (
        "# ship resource type\n## Properties\n# sail resource type\n",
        ["ship resource type", "sail resource type"],
    ),
    "a second heading in prose": (
        "# ship resource type\n# Sailing the sea\n",
        ["ship resource type"],
    ),
    "a type in a heading of level 2": (
        "# ship resource type\n## sail resource type\n",
        ["ship resource type"],
    ),
    "prose before the heading": ("A ship.\n\n# ship enum type\n", ["ship enum type"]),
    "no heading": ("A ship.\n", [""]),
}


@pytest.mark.parametrize(("text", "titles"), PAGES.values(), ids=PAGES)
def test_a_page_has_chapters(text: str, titles: list[str]) -> None:
    page = parse("ship.md", text.encode()).value
    assert [chapter.title for chapter in chapters(page)] == titles


def test_content_before_the_heading_is_in_the_first_section() -> None:
    page = parse("ship.md", b"A ship.\n\n# ship resource type\n\nIt sails.\n").value
    (chapter,) = chapters(page)
    assert len(chapter.sections) == 1
    assert len(chapter.sections[0].blocks) == 2


TYPE_CELLS = {
    "craneState": "craneState",
    "craneState collection": "craneState",
    "Collection(craneState)": "craneState",
    "craneState[] (optional)": "craneState",
    "[craneState](crane.md)": "craneState",
    "microsoft.graph.craneState": "craneState",
    "craneState. See [more](more.md).": "craneState",
    "A [craneState](crane.md) of the harbour": "craneState",
    "object": "",
    "-": "",
    "String": None,
    "Collection(Edm.Int32)": None,
}


@pytest.mark.parametrize(("cell", "name"), TYPE_CELLS.items(), ids=TYPE_CELLS)
def test_a_heading_with_the_name_of_a_row_begins_its_type(
    cell: str, name: str | None
) -> None:
    table = "\n\n|Name|Type|\n|:---|:---|\n"
    text = f"# harbour resource type{table}|crane|{cell}|\n\n## crane properties{table}"
    page = parse("harbour.md", text.encode()).value
    names = [chapter.row_type for chapter in chapters(page)]
    assert names == ([""] if name is None else ["", name])


AMONG_WORDS = {
    "Reference of the ship resource type": "ship",
    "The harbour.ship complex type (preview)": "harbour.ship",
    "'ship' entity type of the harbour": "ship",
    "The resource type": None,
    "How each resource type differs": None,
    "A ship of the type": None,
}


@pytest.mark.parametrize(("title", "name"), AMONG_WORDS.items(), ids=AMONG_WORDS)
def test_a_title_with_other_words_names_a_type(title: str, name: str | None) -> None:
    found = type_title_among_words(title)
    assert (found.name if found else None) == name


TITLES = {
    "ship resource type": TypeTitle(name="ship", is_enum=False),
    "a.b.ship complex type": TypeTitle(name="a.b.ship", is_enum=False),
    "depth enum type": TypeTitle(name="depth", is_enum=True),
    "depth enumeration": TypeTitle(name="depth", is_enum=True),
    "ship resource type (deprecated)": TypeTitle(name="ship", is_enum=False),
    "Sailing the sea": None,
    "../ship resource type": None,
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items(), ids=TITLES)
def test_a_title_names_a_type(title: str, expected: TypeTitle | None) -> None:
    assert type_title(title) == expected
