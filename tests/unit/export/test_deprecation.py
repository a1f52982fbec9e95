"""Deprecated operations in each format."""

import json
from collections.abc import Callable

import pytest

from docgen.diagnostics import Result
from docgen.export import to_csdl, to_json, to_openapi
from docgen.schema.model import Schema

Resolves = Callable[[dict[str, str]], Result[Schema]]
NOTICE = "This method is deprecated. Use dock instead."
SHIP = """# ship resource type

## Methods

|Method|Return type|Description|
|---|---|---|
|[moor](../api/ship-moor.md)|None|Moor.|
|[dock](../api/ship-dock.md)|None|Dock.|

## Properties

|Property|Type|Description|
|---|---|---|
|id|String|The key.|
"""
PAGE = """# ship: {name}

{notice}

## HTTP request

```http
POST /ships/{{id}}/{name}
```

## Response

If successful, this method returns a `204 No Content` response code.
"""


@pytest.fixture
def schema(resolves: Resolves) -> Schema:
    return resolves(
        {
            "resources/ship.md": SHIP,
            "api/ship-moor.md": PAGE.format(name="moor", notice=NOTICE),
            "api/ship-dock.md": PAGE.format(name="dock", notice=""),
        }
    ).value


def test_json_has_the_notice(schema: Schema) -> None:
    (type_,) = json.loads(to_json(schema, ()))["types"]
    moor, dock = type_["operations"]
    assert (moor["deprecated"], moor["deprecation"]) == (True, NOTICE)
    assert "deprecated" not in dock


def test_openapi_marks_the_operation(schema: Schema) -> None:
    paths = json.loads(to_openapi(schema))["paths"]
    found = {path: one["post"].get("deprecated") for path, one in paths.items()}
    assert found == {"/ships/{shipId}/moor": True, "/ships/{shipId}/dock": None}


def test_csdl_has_a_revision_with_the_notice(schema: Schema) -> None:
    text = to_csdl(schema)
    moor = text[text.index('<Action Name="moor"') :].partition("</Action>")[0]
    dock = text[text.index('<Action Name="dock"') :].partition("</Action>")[0]
    assert f'<PropertyValue Property="Description" String="{NOTICE}"' in moor
    assert "Core.V1.Revisions" not in dock
