"""Tables: what titles and headers say about their rows and columns."""

from collections.abc import Callable

import pytest

from docgen.extract.declarations import StructuredDeclaration
from docgen.extract.tables import (
    HEADERS,
    Column,
    TableKind,
    normalized_title,
    table_kind,
)

Declares = Callable[[str], StructuredDeclaration]
Codes = Callable[[str], list[str]]

HEAD = "# ship resource type\n\n"

KINDS = {
    "Properties": TableKind.PROPERTIES,
    "  Properties ": TableKind.PROPERTIES,
    "Instance Attributes": TableKind.PROPERTIES,
    "ship Properties": TableKind.PROPERTIES,
    "Relationships": TableKind.RELATIONSHIPS,
    "Methods": TableKind.METHODS,
    "Functions": TableKind.METHODS,
    "Tasks on a ship": TableKind.METHODS,
    "Members": TableKind.MEMBERS,
    "1.2 Members": TableKind.MEMBERS,
    "(3) Members": TableKind.MEMBERS,
    "[4] Members": TableKind.MEMBERS,
    "5. - Members": TableKind.MEMBERS,
    "iv. Members": TableKind.MEMBERS,
    "Section 6: Members": TableKind.MEMBERS,
    "Members (continued)": TableKind.MEMBERS,
    "2 Members of the crew": None,
    "Enum members": TableKind.MEMBERS,
    "depth values": TableKind.ENUM_SECTION,
    "depth enumeration values": TableKind.ENUM_SECTION,
    "JSON representation": None,
    "Properties of a hull definition": None,
    "See also": None,
    "": None,
}


@pytest.mark.parametrize(("title", "kind"), KINDS.items(), ids=KINDS)
def test_a_title_decides_what_rows_declare(title: str, kind: TableKind | None) -> None:
    assert table_kind(title) == kind


COLUMNS = {
    "Property": Column.NAME,
    "Property Name": Column.NAME,
    "Return type": Column.TYPE,
    "Return  Type": Column.TYPE,
    "Description": Column.DESCRIPTION,
    "Int value": Column.VALUE,
    "Required": Column.REQUIRED,
    "Read-only": Column.READ_ONLY,
    "Colour": None,
}


@pytest.mark.parametrize(("header", "column"), COLUMNS.items(), ids=COLUMNS)
def test_a_header_decides_what_a_column_contains(
    header: str, column: Column | None
) -> None:
    assert HEADERS.get(normalized_title(header)) == column


TABLES = {
    "the usual header": "|Property|Type|Description|\n|---|---|---|\n|hull|String|Wood.|",
    "another header of names": (
        "|Property name|Type|Description|\n|---|---|---|\n|hull|String|Wood.|"
    ),
    "another order": "|Type|Description|Name|\n|---|---|---|\n|String|Wood.|hull|",
    "the header of methods": (
        "|Method|Return Type|Description|\n|---|---|---|\n|hull|String|Wood.|"
    ),
    "an unknown column": (
        "|Property|Type|Colour|Description|\n|---|---|---|---|\n|hull|String|red|Wood.|"
    ),
    "no pipe at the start": "Property|Type|Description\n---|---|---\nhull|String|Wood.",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_columns_are_found_by_their_headers(declares: Declares, table: str) -> None:
    (row,) = declares(HEAD + "## Properties\n" + table).properties
    assert row.type is not None
    assert (row.name, row.type.name.text, row.description) == (
        "hull",
        "String",
        "Wood.",
    )


PLACES = {
    "below the heading of the page": "",
    "below Instance attributes": "## Instance attributes\n",
    "below an unknown heading": "## The hull\n",
    "below a heading in Properties": "## Properties\n### The hull\n",
}


@pytest.mark.parametrize("heading", PLACES.values(), ids=PLACES)
def test_a_table_declares_properties(declares: Declares, heading: str) -> None:
    table = "|Property|Type|Description|\n|---|---|---|\n|hull|String|.|"
    assert [row.name for row in declares(HEAD + heading + table).properties] == ["hull"]


OTHER_TABLES = {
    "properties of a definition": (
        "### Properties of a hull definition\n|Property|Type|\n|---|---|\n|a|String|\n"
    ),
    "a table of colours": "## Colours\n|Colour|Hue|\n|---|---|\n|red|1|\n",
    "a table without types": "### Limits\n|Property|Limit|\n|---|---|\n|hull|1|\n",
}


@pytest.mark.parametrize("table", OTHER_TABLES.values(), ids=OTHER_TABLES)
def test_rows_of_other_tables_are_reported(
    declares: Declares, codes: Codes, table: str
) -> None:
    properties = "## Properties\n|Property|Type|\n|---|---|\n|hull|String|\n\n"
    text = HEAD + properties + table
    assert [row.name for row in declares(text).properties] == ["hull"]
    assert codes(text) == ["unrelated-row"]


@pytest.mark.parametrize("title", ["Properties", "Relationships"])
def test_rows_of_one_unknown_column_are_reported(
    declares: Declares, codes: Codes, title: str
) -> None:
    text = f"{HEAD}## {title}\n\n|Hull|\n|---|\n|deck|\n"
    assert declares(text).rows == ()
    assert codes(text) == ["ignored-row"]
