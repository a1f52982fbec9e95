"""The schema as JSON."""

import json
from collections.abc import Callable

from docgen.diagnostics import Code, Result, diagnostic
from docgen.export import to_json
from docgen.schema.model import Schema
from docgen.source import Span

Resolves = Callable[[dict[str, str]], Result[Schema]]

SHIP = """# ship resource type

Namespace: harbour

## Methods
|Method|Return type|Description|
|---|---|---|
|[Sail](../api/ship-sail.md)|[ship](ship.md) collection|Sails.|

## Properties
|Property|Type|Description|
|---|---|---|
|hull|String||
|depth|depth|Read-only. Possible values are: `low`.|

<!-- {
  "blockType": "resource",
  "@odata.type": "harbour.ship",
  "keyProperty": "hull",
  "ünheard": 1
} -->
```json
{"hull": "String"}
```
"""


def exported(found: Result[Schema]) -> dict[str, object]:
    reported = diagnostic(Code.NO_TYPE, "nothing", "x.md", Span(1, 2, 3))
    loaded: dict[str, object] = json.loads(to_json(found.value, [reported]))
    return loaded


def test_the_schema_is_exported_as_json(resolves: Resolves) -> None:
    at = {"path": "resources/ship.md"}
    assert exported(resolves({"resources/ship.md": SHIP})) == {
        "version": 1,
        "types": [
            {
                "kind": "enum",
                "name": "harbour.depth",
                "flags": False,
                "open": False,
                "description": None,
                "sources": [{**at, "line": 14}],
                "members": [
                    {
                        "name": "low",
                        "value": None,
                        "description": None,
                        "source": {**at, "line": 14},
                    }
                ],
            },
            {
                "kind": "entity",
                "name": "harbour.ship",
                "base_type": None,
                "abstract": False,
                "open": False,
                "key": ["hull"],
                "description": None,
                "sources": [{**at, "line": 1}],
                "annotation": {
                    "blockType": "resource",
                    "@odata.type": "harbour.ship",
                    "keyProperty": "hull",
                    "ünheard": 1,
                },
                "sample": {"hull": "String"},
                "properties": [
                    {
                        "name": "hull",
                        "type": "Edm.String",
                        "nullable": None,
                        "description": None,
                        "inherited_from": None,
                        "source": {**at, "line": 13},
                    },
                    {
                        "name": "depth",
                        "type": "harbour.depth",
                        "nullable": None,
                        "description": "Read-only. Possible values are: low.",
                        "inherited_from": None,
                        "read_only": True,
                        "values": ["low"],
                        "source": {**at, "line": 14},
                    },
                ],
                "navigation_properties": [],
                "operations": [
                    {
                        "name": "sail",
                        "label": "Sail",
                        "returns": "Collection(harbour.ship)",
                        "returns_text": "ship collection",
                        "description": "Sails.",
                        "api_page": "api/ship-sail.md",
                        "source": {**at, "line": 8},
                    }
                ],
            },
        ],
        "pages": [
            {"path": "resources/ship.md", "types": ["harbour.depth", "harbour.ship"]}
        ],
        "diagnostics": [
            {
                "code": "no-type",
                "severity": "warning",
                "message": "nothing",
                "path": "x.md",
                "line": 1,
                "column": 2,
            }
        ],
    }


def test_row_of_several_pages_lists_all_sources(resolves: Resolves) -> None:
    pages = {"ship.md": SHIP, "x-ship.md": SHIP}
    text = to_json(resolves(pages).value, ())
    assert '"sources": [\n            {\n              "path": "ship.md"' in text


def test_document_ends_with_a_newline_and_has_no_escaped_letters(
    resolves: Resolves,
) -> None:
    text = to_json(resolves({"ship.md": SHIP}).value, ())
    assert text.endswith("}\n")
    assert '"ünheard": 1' in text
