"""An OpenAPI document is valid, and has every request, whatever pages say."""

import json

from documented import entity, row
from hypothesis import given
from hypothesis import strategies as st
from invented_operations import OPERATIONS
from openapi_spec_validator import OpenAPIV31SpecValidator

from docgen.export import to_openapi
from docgen.export.openapi.requests import METHODS
from docgen.schema.model import ApiOperation, Schema

TYPES = (
    entity("harbour.base"),
    entity("harbour.ship", row("name"), base="harbour.base"),
    entity("größe.x", row("sail", "harbour.ship*"), row("@odata.id")),
)
SCHEMAS = st.builds(
    lambda types, operations: Schema(types=types, pages=(), operations=operations),
    st.lists(st.sampled_from(TYPES), unique=True).map(tuple),
    OPERATIONS,
)


@given(SCHEMAS)
def test_the_document_is_valid(schema: Schema) -> None:
    loaded = json.loads(to_openapi(schema))
    assert [e.message for e in OpenAPIV31SpecValidator(loaded).iter_errors()] == []


@given(SCHEMAS)
def test_the_document_has_every_request(schema: Schema) -> None:
    loaded = json.loads(to_openapi(schema))
    found = [
        (method.upper(), one["url"], one["path"])
        for item in loaded["paths"].values()
        for method, each in item.items()
        for one in each["x-source"]
    ]
    assert sorted(found) == sorted(requests(schema.operations))
    names = [
        each["operationId"]
        for item in loaded["paths"].values()
        for each in item.values()
    ]
    assert len(names) == len({name.lower() for name in names})


@given(SCHEMAS)
def test_the_document_is_deterministic(schema: Schema) -> None:
    assert to_openapi(schema) == to_openapi(schema)


def requests(operations: tuple[ApiOperation, ...]) -> list[tuple[str, str, str]]:
    return [
        (one.method.upper(), one.path, one.source.path)
        for each in operations
        for one in each.requests
        if one.method.upper() in METHODS
    ]
