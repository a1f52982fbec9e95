"""Rows of properties, relationships and methods tables."""

from collections.abc import Callable

import pytest
from msgspec.structs import asdict

from docgen.extract.declarations import StructuredDeclaration

Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]

HEAD = "# ship resource type\n\n"
PROPERTIES = HEAD + "## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n"
METHODS = HEAD + "## Methods\n|Method|Return type|Description|\n|:---|:---|:---|\n"


def test_columns_contain_facts(declares: Declares) -> None:
    (row,) = declares(
        HEAD + "## Properties\n"
        "|Key|Property|Type|Required|ReadOnly|Nullable|Description|\n"
        "|---|---|---|---|---|---|---|\n|✓|id|String|Yes|true|no|.|"
    ).properties
    assert {k: v for k, v in asdict(row.facts).items() if isinstance(v, bool)} == {
        "is_key": True,
        "required": True,
        "read_only": True,
        "nullable": False,
    }


def test_a_column_overrides_the_description(declares: Declares) -> None:
    text = "## Properties\n|Property|Type|Required|Description|\n|---|---|---|---|\n"
    (row,) = declares(HEAD + text + "|hull|String|No|Required.|").properties
    assert row.facts.required is False


FACT_CELLS = {
    "yes": ("Yes", True, []),
    "a remark": ("Yes (on create)", True, []),
    "the mark of a footnote": ("No*", False, []),
    "a sign": ("\u2716", False, []),
    "nothing": ("-", None, []),
    "not applicable": ("N/A", None, []),
    "other words": ("in fog", None, ["invalid-cell"]),
    "a sentence": ("Yes, if it has a mast", None, ["invalid-cell"]),
}


@pytest.mark.parametrize(
    ("cell", "required", "reported"), FACT_CELLS.values(), ids=FACT_CELLS
)
def test_cell_of_a_fact_is_yes_or_no(
    declares: Declares,
    codes: Codes,
    cell: str,
    required: bool | None,
    reported: list[str],
) -> None:
    text = "## Properties\n|Property|Type|Required|Description|\n|---|---|---|---|\n"
    page = f"{HEAD}{text}|hull|String|{cell}|.|"
    (row,) = declares(page).properties
    assert row.facts.required is required
    assert codes(page) == reported


def test_a_deprecated_name_makes_the_property_deprecated(declares: Declares) -> None:
    (row,) = declares(PROPERTIES + "|hull (deprecated)|String|.|").properties
    assert (row.name, row.facts.deprecated) == ("hull", True)


TYPE_CELLS = {
    "not a type": ("made of wood", None, "invalid-type-expression"),
    "empty": ("", None, "invalid-type-expression"),
    "more than a type": ("String (wood)", "String", "extra-text-in-type"),
    "two types": ("[sail](s.md) or [oar](o.md)", "sail", "extra-text-in-type"),
}


@pytest.mark.parametrize(("cell", "name", "code"), TYPE_CELLS.values(), ids=TYPE_CELLS)
def test_a_type_cell_with_other_words_is_reported(
    declares: Declares, codes: Codes, cell: str, name: str | None, code: str
) -> None:
    text = f"{PROPERTIES}|hull|{cell}|.|"
    (row,) = declares(text).properties
    assert (row.type.name.text if row.type else None) == name
    assert codes(text) == [code]


def test_relationships_are_navigation_properties(declares: Declares) -> None:
    text = "## Relationships\n|Relationship|Type|Description|\n|---|---|---|\n"
    (row,) = declares(
        HEAD + text + "|crew|[sailor](s.md) collection|.|"
    ).navigation_properties
    assert row.type is not None
    assert (row.name, row.type.is_collection) == ("crew", True)


OPERATIONS = {
    "a link": ("[List ships](../api/ship-list.md)", "list_ships", "api/ship-list.md"),
    "a verb": ("[List](../api/ship-list.md)", "list", "api/ship-list.md"),
    "a remark": (
        "[Get ship](../api/ship-get.md) (deprecated)",
        "get_ship",
        "api/ship-get.md",
    ),
    "a link without its first bracket": (
        "sail action](../api/ship-sail.md)",
        "sail_action",
        "api/ship-sail.md",
    ),
    "a link to another site": ("[Sail](/graph/sail)", "sail", None),
    "no link": ("Sail", "sail", None),
}


@pytest.mark.parametrize(("cell", "name", "page"), OPERATIONS.values(), ids=OPERATIONS)
def test_an_operation_is_named_by_its_label(
    declares: Declares, cell: str, name: str, page: str | None
) -> None:
    (operation,) = declares(METHODS + f"|{cell}|None|Sails.|").operations
    assert (operation.name, operation.api_page) == (name, page)
    assert (operation.returns_nothing, operation.description) == (True, "Sails.")


RETURNS = {
    "None": ("None", True, None),
    "None and a full stop": ("None.", True, None),
    "No content": ("No Content", True, None),
    "a type": ("[ship](ship.md)", False, "ship"),
    "words": ("Location header", False, None),
    "an empty cell": ("", False, None),
    "a path": ("`GET /ships`", False, None),
}


@pytest.mark.parametrize(
    ("cell", "returns_nothing", "name"), RETURNS.values(), ids=RETURNS
)
def test_an_operation_returns(
    declares: Declares, cell: str, returns_nothing: bool, name: str | None
) -> None:
    (operation,) = declares(METHODS + f"|[Sail](a.md)|{cell}|.|").operations
    returned = operation.returns.name.text if operation.returns else None
    assert (operation.returns_nothing, returned) == (returns_nothing, name)


def test_a_row_without_a_return_cell_has_a_description(
    declares: Declares, codes: Codes
) -> None:
    text = METHODS + "|[Sail](a.md)|Sail the [ship](ship.md) away.|"
    (operation,) = declares(text).operations
    assert operation.returns is None
    assert operation.description == "Sail the ship away."
    assert "missing-cell" in codes(text)
