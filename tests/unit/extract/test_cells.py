"""Name cells: the name in a cell, and rows that are reported because they have none."""

from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.extract.cells import name_cell
from docgen.extract.declarations import Declarations, StructuredDeclaration
from docgen.markdown.page import Inline

Extracts = Callable[[str], Result[Declarations]]
Inlines = Callable[[str], Inline]

TABLE = "# ship resource type\n\n## Properties\n|Property|Type|Description|\n|---|---|---|\n"

NAMES = {
    "a word": ("hull", "hull"),
    "bold": ("**hull**", "hull"),
    "code": ("`hull`", "hull"),
    "a link": ("[hull](../api/hull.md)", "hull"),
    "a footnote": ("hull *", "hull"),
    "a remark in brackets": ("hull [beta]", "hull"),
    "a remark in brackets after a link to a note": ("hull [new] [1]", "hull"),
    "brackets that are part of the name": ("hull[beta]", "hull[beta]"),
    "a remark in parentheses": ("hull (required)", "hull"),
    "a zero-width space": ("hull\u200b", "hull"),
    "a raised number": ("hull\u00b2", "hull"),
    "a raised number in HTML": ("hull<sup>2</sup>", "hull"),
    "a number in brackets": ("hull [2]", "hull"),
    "a link to a note": ("hull [a](#notes)", "hull"),
    "quotation marks": ('"hull"', "hull"),
    "a comma": ("hull,", "hull"),
    "square brackets": ("hulls[]", "hulls"),
    "an annotation": ("@odata.etag", "@odata.etag"),
    "a path": ("file/parts/{id}", "file/parts/{id}"),
}


@pytest.mark.parametrize(("cell", "name"), NAMES.values(), ids=NAMES)
def test_a_name_cell_is_parsed(inline: Inlines, cell: str, name: str) -> None:
    found = name_cell(inline(cell))
    assert (found.text, found.is_deprecated) == (name, False)


def test_a_name_cell_may_say_deprecated(inline: Inlines) -> None:
    found = name_cell(inline("hull (Deprecated)"))
    assert (found.text, found.is_deprecated) == ("hull", True)


ROWS = {
    "an empty row": ("| | | |", "empty-row"),
    "a title in bold": ("|**Sails**| | |", "group-row"),
    "a title in a row of one cell": ("|**Sails**|", "group-row"),
    "a title of two words": ("|The sails| | |", "group-row"),
    "a path as name": ("|../x|String|.|", "invalid-name"),
    "two words as name": ("|big hull|String|.|", "invalid-name"),
    "no name": ("| |String|.|", "invalid-name"),
    "a list as name": ("|red,green|String|.|", "invalid-name"),
    "a bracket in the name": ("|depth)|String|.|", "invalid-name"),
    "the end of a sentence": ("|red and green).| | |", "invalid-name"),
}


GROUPS = {
    "if the first row is one": ("|b|||\n|c|String|.|\n|d|||\n|e|String|.|", ["c", "e"]),
    "if only the first row is one": (
        "|b|||\n|c|String|.|\n|e|String|.|",
        ["b", "c", "e"],
    ),
    "if the first row is none": (
        "|a|String|.|\n|b|||\n|c|String|.|\n|d|||\n|e|String|.|",
        ["a", "b", "c", "d", "e"],
    ),
    "if another row has no type": (
        "|b|||\n|c|String|.|\n|d|||\n|e||.|",
        ["b", "c", "d", "e"],
    ),
}


@pytest.mark.parametrize(("rows", "names"), GROUPS.values(), ids=GROUPS)
def test_rows_with_one_cell_are_titles(
    extracts: Extracts, rows: str, names: list[str]
) -> None:
    (ship,) = extracts(f"{TABLE}{rows}\n").value.types
    assert isinstance(ship, StructuredDeclaration)
    assert [one.name for one in ship.properties] == names


@pytest.mark.parametrize(("row", "code"), ROWS.values(), ids=ROWS)
def test_a_row_without_a_name_is_reported(
    extracts: Extracts, row: str, code: str
) -> None:
    found = extracts(f"{TABLE}|hull|String|.|\n{row}\n")
    (ship,) = found.value.types
    assert isinstance(ship, StructuredDeclaration)
    assert [one.name for one in ship.properties] == ["hull"]
    assert code in [one.code for one in found.diagnostics]
    assert {one.span.line for one in found.diagnostics} == {7}
