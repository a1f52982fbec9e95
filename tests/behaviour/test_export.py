"""What `docgen export` gives for the pages of this repository, as others read it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from csdl_reader import Read, read
from jsonschema import Draft202012Validator

from docgen.config import Target
from docgen.export import to_csdl, to_jsonschema
from docgen.pipeline import Stage, build
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
    return build(target, through=Stage.SCHEMA).schema


@pytest.fixture(scope="module")
def found(schema: Schema) -> dict[str, Read]:
    return read(to_csdl(schema))


def test_csdl_has_every_type_and_no_other(
    schema: Schema, found: dict[str, Read]
) -> None:
    assert found.keys() == {one.name for one in schema.types}


def test_csdl_has_every_row_and_member_or_its_name_in_words(
    schema: Schema, found: dict[str, Read]
) -> None:
    for one in schema.types:
        said = found[one.name]
        if isinstance(one, EnumType):
            names = [member.name for member in one.members]
            assert [name for name, _, _ in said.members] == names
        else:
            rows = (*one.properties, *one.navigation_properties)
            own = [row.name for row in rows if row.inherited_from is None]
            in_words = [name for name in own if f"`{name}`" in (said.note or "")]
            assert [name for name in own if name not in in_words] == list(said.rows)
            assert all(name.startswith("@") for name in in_words)


def test_the_responses_of_api_pages_are_values_of_the_json_schema(
    schema: Schema,
) -> None:
    loaded = json.loads(to_jsonschema(schema))
    shown = [one for one in responses() if one[1] in loaded["$defs"]]
    assert len(shown) >= 10
    assert [
        (page, error.message)
        for page, name, body in shown
        for error in validator(loaded, name).iter_errors(json.loads(body))
    ] == []


def validator(loaded: dict[str, object], name: str) -> Draft202012Validator:
    whole = loaded | {"$ref": f"#/$defs/{name}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(whole, format_checker=checker)


def responses() -> Iterator[tuple[str, str, str]]:
    """Return the page, the type and the JSON of every object that an api page shows."""
    for page in sorted((PAGES / "api").glob("*.md")):
        for match in RESPONSE.finditer(page.read_text(encoding="utf-8")):
            body = json.loads(match["body"])
            several = body.get("value")
            for value in several if isinstance(several, list) else [body]:
                yield page.name, match["type"], json.dumps(value)
