"""Names: what may be one, and what may not."""

import pytest

from docgen.schema.model import QualifiedName
from docgen.schema.names import (
    is_identifier,
    namespace,
    operation_name,
    property_name,
    qualified_name,
    short_name,
    split,
    wire_name,
)

QUALIFIED = {
    "one identifier": "ship",
    "identifiers joined by dots": "harbour.records.ship",
    "an Edm name": "Edm.String",
    "digits and underscores inside": "harbour.v10_0",
    "letters outside ASCII": "harbour.größe",
    "511 characters": ".".join(["a" * 127] * 3 + ["a" * 127]),
}


@pytest.mark.parametrize("text", QUALIFIED.values(), ids=QUALIFIED)
def test_valid_qualified_names(text: str) -> None:
    assert qualified_name(text) == text


NOT_QUALIFIED = {
    "an empty string": "",
    "a path to a parent folder": "../ship",
    "an absolute path": "/etc/ship",
    "a backslash": "harbour\\ship",
    "a space": "big ship",
    "a quotation mark": 'ship"',
    "an empty part": "harbour..ship",
    "a dot at the end": "harbour.",
    "a leading digit": "1ship",
    "a newline": "ship\n",
    "NUL": "ship\0",
    "a right-to-left mark": "ship\u200f",
    "an identifier of 129 characters": "a" * 129,
    "512 characters": "a." * 255 + "aa",
    "a hash mark": "#harbour.ship",
}


@pytest.mark.parametrize("text", NOT_QUALIFIED.values(), ids=NOT_QUALIFIED)
def test_invalid_qualified_names(text: str) -> None:
    assert qualified_name(text) is None


WIRE = {
    "a plain name": "displayName",
    "an annotation": "@odata.type",
    "an annotation of a namespace": "@microsoft.graph.downloadUrl",
    "an annotation without its sign": "odata.etag",
    "a member with a space": "JIS B4",
    "a leading digit": "24Hours",
    "a path with a placeholder": "file/localizations/{id}",
    "a sign": "a+b",
    "one letter": "x",
}


@pytest.mark.parametrize("text", WIRE.values(), ids=WIRE)
def test_valid_wire_names(text: str) -> None:
    assert wire_name(text) == text


NOT_WIRE = {
    "an empty string": "",
    "only signs": "--",
    "a path to a parent folder": "../x",
    "dots inside a path": "a/../b",
    "an absolute path": "/x",
    "a hidden file": ".x",
    "a quotation mark": 'a"b',
    "three quotation marks": '"""',
    "a backslash": "a\\b",
    "a backtick": "a`b",
    "a tag": "<b>",
    "a pipe": "a|b",
    "a trailing space": "a ",
    "two spaces": "a  b",
    "a newline": "a\nb",
    "NUL": "a\0",
    "a right-to-left mark": "a\u202eb",
    "129 characters": "a" * 129,
}


@pytest.mark.parametrize("text", NOT_WIRE.values(), ids=NOT_WIRE)
def test_invalid_wire_names(text: str) -> None:
    assert wire_name(text) is None


def test_property_name_has_no_spaces() -> None:
    assert property_name("displayName") == "displayName"
    assert property_name("display name") is None


def test_a_qualified_name_is_split_at_its_last_dot() -> None:
    name = QualifiedName("harbour.records.ship")
    assert split(name) == ("harbour.records", "ship")
    assert (namespace(name), short_name(name)) == split(name)
    assert split(QualifiedName("ship")) == ("", "ship")


@pytest.mark.parametrize("text", ["", "a.b", "a b", "1a", "a" * 129])
def test_identifiers(text: str) -> None:
    assert is_identifier("part_1")
    assert not is_identifier(text)


SNAKE = {
    "spaces": ("List ships", "list_ships"),
    "capitals inside": ("Create shipYard", "create_ship_yard"),
    "one word": ("assignLicense", "assign_license"),
    "an abbreviation": ("Get HTTPServer", "get_http_server"),
    "a colon": ("ship: sail", "ship_sail"),
    "digits": ("Get v2 ship", "get_v2_ship"),
    "letters outside ASCII": ("Größe lesen", "größe_lesen"),
    "a capital outside ASCII": ("Über ÜberGrößen", "über_über_größen"),
    "a brand with capitals inside": (
        "Get iOSShip oAuth2Grants",
        "get_ios_ship_oauth2_grants",
    ),
    "a genitive": ("Update ship's captain", "update_ships_captain"),
    "a quoted letter": ("Get 's' ship", "get_s_ship"),
    "only signs": ("…!", ""),
}


@pytest.mark.parametrize(("label", "name"), SNAKE.values(), ids=SNAKE)
def test_operation_names_are_in_snake_case(label: str, name: str) -> None:
    assert operation_name(label) == name
