"""Misspelled keys of annotations: which are corrected, and what is reported."""

import json

import pytest

from docgen.markdown.annotations import parse_annotation
from docgen.source import Span

OPENING = Span(3, 1, 5)

CORRECTED = {
    "another case": ('{"blocktype": "resource"}', {"blockType": "resource"}, 1),
    "a missing letter": (
        '{"blockType": "resource", "keyPropery": "id"}',
        {"blockType": "resource", "keyProperty": "id"},
        1,
    ),
    "swapped letters": (
        '{"blockType": "resource", "baseTyep": "x.y"}',
        {"blockType": "resource", "baseType": "x.y"},
        1,
    ),
    "a missing sign": (
        '{"blockType": "resource", "odata.type": "x.y"}',
        {"blockType": "resource", "@odata.type": "x.y"},
        1,
    ),
    "a misspelled value": ('{"blockType": "resorce"}', {"blockType": "resource"}, 1),
    "a misspelled key and value": (
        '{"blokType": "reponse"}',
        {"blockType": "response"},
        2,
    ),
    "a known and a misspelled key": (
        '{"blockType": "resource", "baseType": "a.b", "BaseType": "c.d"}',
        {"blockType": "resource", "baseType": "a.b"},
        1,
    ),
    "an unknown key": (
        '{"blockType": "resource", "colour": "red"}',
        {"blockType": "resource", "colour": "red"},
        0,
    ),
    "a known value in another case": (
        '{"blockType": "Resource"}',
        {"blockType": "Resource"},
        0,
    ),
    "an unknown value": ('{"blockType": "table"}', {"blockType": "table"}, 0),
    "a similar word in another value": (
        '{"blockType": "request", "name": "resorce"}',
        {"blockType": "request", "name": "resorce"},
        0,
    ),
}


@pytest.mark.parametrize(
    ("comment", "expected", "count"), CORRECTED.values(), ids=CORRECTED
)
def test_misspelled_keys_are_read_as_the_known_ones(
    comment: str, expected: dict[str, str], count: int
) -> None:
    parsed = parse_annotation("ship.md", comment, OPENING)
    assert parsed is not None
    assert json.loads(parsed.value.json) == expected
    codes = [one.code for one in parsed.diagnostics]
    assert codes == ["misspelled-annotation"] * count


def test_the_key_is_where_it_was() -> None:
    parsed = parse_annotation("ship.md", ' {"blocktype": "resource"}', OPENING)
    assert parsed is not None
    assert parsed.value.keys == (("blockType", Span(3, 8, 17)),)
    assert parsed.diagnostics[0].span == Span(3, 8, 17)
    assert parsed.diagnostics[0].help == "write `blockType`"


@pytest.mark.parametrize(
    "comment",
    [
        '{"type": "#page.annotation", "keywords": "blocktype"}',
        '{"type": "flag"}',
        '{"types": [}',
        "{}",
    ],
    ids=["page annotation", "another object", "invalid JSON", "empty object"],
)
def test_other_comments_are_not_annotations(comment: str) -> None:
    assert parse_annotation("ship.md", comment, OPENING) is None
