"""Section titles and header cells: what they say."""

import pytest

from docgen.extract.headers import HEADERS, Column, TableKind, normal, titled_kind

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
    "depth values": TableKind.MEMBERS,
    "depth enumeration values": TableKind.MEMBERS,
    "JSON representation": None,
    "Properties of a hull definition": None,
    "See also": None,
    "": None,
}


@pytest.mark.parametrize(("title", "kind"), KINDS.items(), ids=KINDS)
def test_a_title_tells_what_its_tables_declare(
    title: str, kind: TableKind | None
) -> None:
    assert titled_kind(title) == kind


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
def test_a_header_tells_what_its_column_holds(
    header: str, column: Column | None
) -> None:
    assert HEADERS.get(normal(header)) == column
