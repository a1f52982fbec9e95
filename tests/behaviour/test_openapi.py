"""`docgen export --format openapi` for the pages of this repository, and its validator."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import OpenAPIV31SpecValidator

from docgen.config import Target
from docgen.export import to_openapi
from docgen.pipeline import Stage, build
from docgen.schema.model import Schema

PAGES = Path(__file__).parents[2] / "docs_src"


@pytest.fixture(scope="module")
def schema() -> Schema:
    target = Target(source=(str(PAGES),))
    return build(target, through=Stage.SCHEMA).schema


@pytest.fixture(scope="module")
def text(schema: Schema) -> str:
    return to_openapi(schema)


def test_the_document_is_valid(text: str) -> None:
    assert [
        e.message for e in OpenAPIV31SpecValidator(json.loads(text)).iter_errors()
    ] == []


def test_the_validator_finds_an_undeclared_placeholder(text: str) -> None:
    loaded = json.loads(text.replace('"name": "applicationId"', '"name": "other"', 1))
    assert [*OpenAPIV31SpecValidator(loaded).iter_errors()]


def test_every_request_line_is_in_the_document(schema: Schema, text: str) -> None:
    loaded = json.loads(text)
    found = {
        (method.upper(), one["url"], one["path"], one["line"])
        for item in loaded["paths"].values()
        for method, each in item.items()
        for one in each["x-source"]
    }
    assert found == {
        (one.method, one.path, one.source.path, one.source.line)
        for each in schema.operations
        for one in each.requests
    }


def test_documented_bodies_match_their_schemas(text: str) -> None:
    loaded = json.loads(text)
    shown = [*media_types(loaded["paths"])]
    assert len(shown) >= 20
    assert [
        error.message
        for content in shown
        for one in content.get("examples", {}).values()
        for error in errors(loaded["components"], content["schema"], one["value"])
    ] == []


def errors(
    components: object, schema: dict[str, Any], value: object
) -> Iterator[ValidationError]:
    whole: dict[str, Any] = {**schema, "components": components}
    validator = Draft202012Validator(whole)
    yield from validator.iter_errors(json.loads(json.dumps(value)))


def media_types(value: object) -> Iterator[dict[str, Any]]:
    """Return the content of every body that is JSON."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "application/json":
                yield each
            else:
                yield from media_types(each)


def test_the_same_pages_are_the_same_document(schema: Schema, text: str) -> None:
    assert to_openapi(schema) == text
