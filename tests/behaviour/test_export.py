"""`docgen export` for the pages of this repository, read by independent readers."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from csdl_reader import Call, Read, read, read_calls
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


def test_csdl_has_exactly_the_types_of_the_schema(
    schema: Schema, found: dict[str, Read]
) -> None:
    assert found.keys() == {one.name for one in schema.types}


def test_csdl_has_every_property_and_member_or_mentions_it(
    schema: Schema, found: dict[str, Read]
) -> None:
    for one in schema.types:
        exported = found[one.name]
        if isinstance(one, EnumType):
            names = [member.name for member in one.members]
            assert [name for name, _, _ in exported.members] == names
        else:
            rows = (*one.properties, *one.navigation_properties)
            declared = [row.name for row in rows if row.inherited_from is None]
            in_words = [
                name for name in declared if f"`{name}`" in (exported.note or "")
            ]
            assert [name for name in declared if name not in in_words] == list(
                exported.rows
            )
            assert all(name.startswith("@") for name in in_words)


def test_csdl_has_every_action_and_function_of_the_pages(schema: Schema) -> None:
    text = to_csdl(schema)
    calls: dict[tuple[str, str, str], list[Call]] = {}
    for call in read_calls(text):
        key = (
            call.kind,
            call.name.rpartition(".")[2],
            call.bound.removeprefix("Collection(").strip("()"),
        )
        calls.setdefault(key, []).append(call)
    wanted = [one for one in schema.operations if one.kind in ("action", "function")]
    assert len(wanted) >= 10
    for one in wanted:
        name = one.requests[0].path.rpartition("/")[2].partition("(")[0]
        place = "body" if one.kind == "action" else "function"
        found = calls[one.kind, name, one.owner or ""]
        given = [parameter for call in found for parameter in call.given]
        assert given == [p.name for p in one.parameters if p.place == place]
        assert {call.returns is None for call in found} == {one.returns is None}
    assert "is an operation too" not in text


def test_responses_on_api_pages_match_the_json_schema(
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
    schema = loaded | {"$ref": f"#/$defs/{name}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(schema, format_checker=checker)


def responses() -> Iterator[tuple[str, str, str]]:
    """Return the page, the type and the JSON of every object that an api page shows."""
    for page in sorted((PAGES / "api").glob("*.md")):
        for match in RESPONSE.finditer(page.read_text(encoding="utf-8")):
            body = json.loads(match["body"])
            several = body.get("value")
            for value in several if isinstance(several, list) else [body]:
                yield page.name, match["type"], json.dumps(value)
