"""The pages of a small API: a fleet of ships, with everything that can change."""

from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import Schema

_ENTITY = """\
# entity resource type

Namespace: microsoft.graph

The base of all.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifies it. Key. Read-only.|

## JSON representation
<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.entity" } -->
``` json
{ "id": "String" }
```
"""

_SHIP = """\
# ship resource type

Namespace: microsoft.graph

A ship of the fleet.

Inherits from [entity](entity.md).

## Methods
|Method|Return type|Description|
|:---|:---|:---|
|[List ships](../api/ship-list.md)|[ship](ship.md) collection|Lists the ships.|
|[Get ship](../api/ship-get.md)|[ship](ship.md)|Reads one ship.|
|[Create ship](../api/ship-post.md)|[ship](ship.md)|Adds a ship.|
|[Tow](../api/ship-tow.md)|None|Tows the ship.|

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifies the ship. Key. Read-only. Inherited from [entity](entity.md).|
|callSign|String|The sign on the radio.|
|length|Double|The length over all, in metres.|
|ports|String collection|Where it has been.|
|rig|[rig](#rig-values)|How it is rigged.|
|state|String|Where it is.|
|berth|[berth](berth.md)|Where it lies.|

### rig values
|Member|Description|
|:---|:---|
|sloop|One mast, two sails.|
|ketch|Two masts.|
|barque|Three masts or more.|

## Relationships
|Relationship|Type|Description|
|:---|:---|:---|
|crew|[sailor](sailor.md) collection|Who sails it.|
|captain|[sailor](sailor.md)|Who commands it.|

## JSON representation
<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.ship",
"baseType": "microsoft.graph.entity" } -->
``` json
{
  "@odata.type": "#microsoft.graph.ship",
  "id": "String (identifier)",
  "callSign": "String",
  "length": "Double",
  "ports": ["String"],
  "rig": "String",
  "state": "String",
  "berth": {"@odata.type": "microsoft.graph.berth"}
}
```
"""

_SAILOR = """\
# sailor resource type

Namespace: microsoft.graph

A person on board.

Inherits from [entity](entity.md).

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifies the sailor. Key. Read-only. Inherited from [entity](entity.md).|
|name|String|The full name.|
|born|Date|The day of birth.|

## JSON representation
<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.sailor",
"baseType": "microsoft.graph.entity" } -->
``` json
{ "@odata.type": "#microsoft.graph.sailor", "id": "String", "name": "String", "born": "Date" }
```
"""

_BERTH = """\
# berth resource type

Namespace: microsoft.graph

A place at a quay.

## Properties
|Property|Type|Description|
|:---|:---|:---|
|quay|String|The name of the quay.|
|depth|Double|The depth at low tide.|
|moorings|Int32|The number of moorings.|

## JSON representation
<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.berth" } -->
``` json
{ "@odata.type": "#microsoft.graph.berth", "quay": "String", "depth": "Double", "moorings": 4 }
```
"""

_LIST = """\
# List ships

Namespace: microsoft.graph

Lists the ships.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Ship.Read, Ship.Read.All, Fleet.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Ship.Read.All, Fleet.Read.All|

## HTTP request
``` http
GET /ships
GET /harbours/{harbour-id}/ships
```

## Optional query parameters
This method supports the `$filter` and `$top` OData query parameters.

## Request headers
|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Prefer|The time zone. Optional.|

## Response
If successful, this method returns a `200 OK` response code and a collection of
[ship](../resources/ship.md) objects in the response body.

## Examples
### Request
``` http
GET https://example.com/v1.0/ships
```
### Response
``` http
HTTP/1.1 200 OK
Content-type: application/json

{ "value": [ { "id": "1", "callSign": "ABC" } ] }
```
"""

_GET = """\
# Get ship

Namespace: microsoft.graph

Reads one ship.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Ship.Read|
|Application|Ship.Read.All|

## HTTP request
``` http
GET /ships/{ship-id}
```

## Response
If successful, this method returns a `200 OK` response code and a
[ship](../resources/ship.md) object in the response body.
"""

_POST = """\
# Create ship

Namespace: microsoft.graph

Adds a ship.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Ship.ReadWrite.All|

## HTTP request
``` http
POST /ships
```

## Request body
In the request body, supply a JSON representation of a [ship](../resources/ship.md) object.

## Response
If successful, this method returns a `201 Created` response code and a
[ship](../resources/ship.md) object in the response body.
"""

_TOW = """\
# ship: tow

Namespace: microsoft.graph

Tows the ship.

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Ship.ReadWrite.All|

## HTTP request
``` http
POST /ships/{ship-id}/tow
```

## Request body
In the request body, supply a JSON object with these parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|harbour|String|Where to. Required.|
|speed|Double|Knots. Optional.|

## Response
If successful, this method returns a `204 No Content` response code.
"""

FLEET = {
    "resources/entity.md": _ENTITY,
    "resources/ship.md": _SHIP,
    "resources/sailor.md": _SAILOR,
    "resources/berth.md": _BERTH,
    "api/ship-list.md": _LIST,
    "api/ship-get.md": _GET,
    "api/ship-post.md": _POST,
    "api/ship-tow.md": _TOW,
}
"""The pages by path."""


def changed(*edits: tuple[str, str, str]) -> dict[str, str]:
    """Return the pages with strings replaced: path, old and new string."""
    pages = dict(FLEET)
    for path, old, new in edits:
        assert old in pages[path], (path, old)
        pages[path] = pages[path].replace(old, new)
    return pages


def schema_of(pages: dict[str, str]) -> Schema:
    """Return the schema of pages by path."""
    declared = [
        extract(parse(path, text.encode()).value).value
        for path, text in sorted(pages.items())
    ]
    base = "microsoft.graph.entity"
    return resolve(declared, base, is_whole=True, with_examples=True).value
