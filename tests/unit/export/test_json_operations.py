"""Operations of API pages as JSON."""

from collections.abc import Callable

import msgspec

from docgen.diagnostics import Result
from docgen.export import is_exported, to_json
from docgen.schema.model import Schema

Resolves = Callable[[dict[str, str]], Result[Schema]]

SHIP = """# ship resource type

Namespace: harbour

## Methods

|Method|Return type|Description|
|---|---|---|
|[Sail](../api/ship-sail.md)|[ship](ship.md)|Sails.|

## Properties

|Property|Type|Description|
|---|---|---|
|id|String|The key.|
"""
SAIL = """# ship: sail

## Permissions

|Permission type|Permissions|
|---|---|
|Delegated (work or school account)|Ship.Sail and Sea.Read, Ship.ReadWrite|

## HTTP request

```http
POST /ships/{id}/sail
```

## Request headers

|Name|Description|
|---|---|
|If-Match|The tag.|

## Request body

Provide a JSON object with the following parameters.

|Parameter|Type|Description|
|---|---|---|
|speed|Int32|The speed.|

## Response

If successful, this action returns a `204 No Content` response code.

## Example

```http
POST https://harbour.example/ships/1/sail
Accept: a
Accept: b

{ "speed": 3, }
```

```http
HTTP/1.1 204 No Content
```
"""


class ExportedType(msgspec.Struct):
    operations: list[dict[str, object]]


class Exported(msgspec.Struct):
    types: list[ExportedType]
    operations: list[dict[str, object]] | None = None


def exported(found: Result[Schema]) -> Exported:
    return msgspec.json.decode(to_json(found.value, []), type=Exported)


def at(line: int) -> dict[str, object]:
    return {"path": "api/ship-sail.md", "line": line}


def test_a_row_of_a_methods_table_has_what_its_api_page_says(
    resolves: Resolves,
) -> None:
    pages = {"resources/ship.md": SHIP, "api/ship-sail.md": SAIL}
    (sail,) = exported(resolves(pages)).types[0].operations
    parameter = {"description": None, "required": False, "type": None}
    assert sail == {
        "name": "sail",
        "label": "Sail",
        "returns": None,
        "returns_text": "ship",
        "description": "Sails.",
        "api_page": "api/ship-sail.md",
        "kind": "action",
        "http": [{"method": "POST", "path": "/ships/{id}/sail", "source": at(12)}],
        "parameters": [
            {
                **parameter,
                "name": "shipId",
                "in": "path",
                "type": "Edm.String",
                "required": True,
                "source": at(12),
            },
            {
                **parameter,
                "name": "If-Match",
                "in": "header",
                "description": "The tag.",
                "source": at(19),
            },
            {
                **parameter,
                "name": "speed",
                "in": "body",
                "type": "Edm.Int32",
                "description": "The speed.",
                "source": at(27),
            },
        ],
        "body": None,
        "status": [204],
        "permissions": {
            "delegated_work": ["Ship.Sail", "Sea.Read", "Ship.ReadWrite"],
            "delegated_personal": [],
            "application": [],
            "together": {
                "delegated_work": [["Ship.Sail", "Sea.Read"], ["Ship.ReadWrite"]]
            },
        },
        "examples": [
            {
                "name": "",
                "request": {
                    "method": "POST",
                    "url": "https://harbour.example/ships/1/sail",
                    "headers": {"Accept": "a, b"},
                    "body": {"speed": 3},
                },
                "response": {"status": 204, "headers": {}, "body": None},
                "source": at(36),
            }
        ],
        "source": {"path": "resources/ship.md", "line": 9},
    }


def test_an_operation_that_no_table_lists_is_one_of_its_type(
    resolves: Resolves,
) -> None:
    pages = {"resources/ship.md": SHIP, "api/ship-sink.md": SAIL}
    loaded = exported(resolves(pages))
    names = [one["name"] for one in loaded.types[0].operations]
    assert (names, loaded.operations) == (["sail", "sail"], None)


def test_an_operation_without_a_type_is_beside_the_types(resolves: Resolves) -> None:
    found = resolves({"api/sail.md": SAIL})
    operations = exported(found).operations or []
    assert [one["api_page"] for one in operations] == ["api/sail.md"]
    assert is_exported(to_json(found.value, []).encode())


def test_entity_of_the_type_is_sent_if_the_page_has_a_property_of_it(
    resolves: Resolves,
) -> None:
    text = (
        "# Add a log\n\n## HTTP request\n\n```http\nPATCH /ships/{id}\n```\n\n"
        "## Request body\n\nProvide the [log](../resources/log.md) object in the **log** "
        "property of the ship.\n"
    )
    pages = {
        "resources/ship.md": SHIP.replace("ship-sail", "ship-log"),
        "resources/log.md": SHIP.replace("ship-sail", "ship-log").replace(
            "# ship", "# log"
        ),
        "api/ship-log.md": text,
    }
    loaded = exported(resolves(pages))
    sent = [one["body"] for type_ in loaded.types for one in type_.operations]
    assert sent == ["harbour.log", "harbour.ship"]
