"""What `docgen export` gives for the pages of this repository, in the hands of those who read it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from csdl_reader import Read, read
from jsonschema import Draft202012Validator

from docgen.config import Target
from docgen.pipeline import pages_of, schema_of, to_csdl, to_jsonschema
from docgen.schema.model import EnumType, Schema

PAGES = Path(__file__).parents[2] / "docs_src"
RESPONSE = re.compile(
    r'"blockType": "response"[^}]*?"@odata\.type": "(?P<type>[^"]+)"[^}]*\}\s*-->\s*'
    r"```.*?\n\n(?P<body>[{\[].*?)\n```",
    re.DOTALL,
)


@pytest.fixture(scope="module")
def schema() -> Schema:
    target = Target(source=(str(PAGES),))
    pages = pages_of(target).value.pages
    return schema_of(pages, target.entity_base, is_whole=True).value


@pytest.fixture(scope="module")
def found(schema: Schema) -> dict[str, Read]:
    return read(to_csdl(schema))


def test_csdl_has_every_type_and_no_other(
    schema: Schema, found: dict[str, Read]
) -> None:
    assert found.keys() == {one.name for one in schema.types}


def test_csdl_has_every_row_and_member(schema: Schema, found: dict[str, Read]) -> None:
    for one in schema.types:
        if isinstance(one, EnumType):
            names = [member.name for member in one.members]
            assert [name for name, _, _ in found[one.name].members] == names
        else:
            rows = (*one.properties, *one.navigation_properties)
            own = [row.name for row in rows if row.inherited_from is None]
            assert list(found[one.name].rows) == own


def test_csdl_has_nothing_to_add_in_words(found: dict[str, Read]) -> None:
    assert {name: one.note for name, one in found.items() if one.note} == {}


def test_the_responses_of_api_pages_are_values_of_the_json_schema(
    schema: Schema,
) -> None:
    loaded = json.loads(to_jsonschema(schema))
    shown = list(responses())
    assert len(shown) >= 10
    assert [
        (page, error.message)
        for page, type, value in shown
        if type in loaded["$defs"]
        for error in validator(loaded, type).iter_errors(value)
    ] == []


def validator(loaded: dict[str, object], type: str) -> Draft202012Validator:
    whole = loaded | {"$ref": f"#/$defs/{type}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(whole, format_checker=checker)


def responses() -> Iterator[tuple[str, str, object]]:
    """Give the page, type and value of every object that an api page shows in a response."""
    for page in sorted((PAGES / "api").glob("*.md")):
        for match in RESPONSE.finditer(page.read_text(encoding="utf-8")):
            body = json.loads(match["body"])
            values = body.get("value", body)
            for value in values if isinstance(values, list) else [values]:
                yield page.name, match["type"], value
