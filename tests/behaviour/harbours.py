"""Pages of an API about harbours, whose operations have every form and unusual names."""

from docgen.extract.stage import extract
from docgen.markdown.parse import parse
from docgen.resolve import resolve
from docgen.schema.model import Schema

RESOURCE = """\
# {name} resource type

Namespace: microsoft.graph

## Methods
|Method|Return type|Description|
|:---|:---|:---|
{methods}

## Properties
|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|open|Boolean|Whether it is open.|

## JSON representation
<!-- {{
  "blockType": "resource",
  "keyProperty": "id",
  "@odata.type": "microsoft.graph.{name}"
}} -->
``` json
{{ "@odata.type": "#microsoft.graph.{name}", "id": "String", "open": true }}
```
"""

API = """\
# {title}

Namespace: microsoft.graph

## Permissions
|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Harbours.Read, Harbours.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Harbours.All|

## HTTP request
``` http
{requests}
```

{sections}

## Response
If successful, this method returns {response} in the response body.
"""

OPTIONS = """\
## Optional query parameters
This method supports the `$select`, `$filter`, `$orderby`, `$top`, `$skip`, `$count`,
`$search` and `$expand` OData query parameters."""

HEADERS = """\
## Request headers
|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Prefer|`return=minimal`. Optional.|
|If-Match|An etag. Optional.|"""

MEMBERS = """\
## Request body
|Parameter|Type|Description|
|:---|:---|:---|
|ship|String|Its name.|
|from|DateTimeOffset|When it comes.|
|class|[harbour](../resources/harbour.md)|A harbour.|
|self|String collection|Words.|
|harbour_id|String|A name that the URL has, too.|
|body|Int64|A number.|
|list|[pages](../resources/pages.md) collection|Pages.|
|str|Guid|A key.|
|any-thing|Json|Anything.|"""

BODY = """\
## Request body
In the request body, supply a JSON representation of the
[harbour](../resources/harbour.md) object."""

REPORT = """\
## Request body
|Parameter|Type|Description|
|:---|:---|:---|
|text|String|What happened.|

## Example
``` http
POST /harbours/1/report
Content-Type: text/plain

U29z
```"""

IMPORT = BODY + """

## Example
``` http
POST /harbours/import
Content-Type: application/zip

<bytes>
```"""

INSPECTED = """\
## Example
``` http
POST /harbours/1/inspect
```

``` http
HTTP/1.1 204 No Content
```"""

ONE = "`200 OK` and a [harbour](../resources/harbour.md) object"
MANY = "`200 OK` and a collection of [harbour](../resources/harbour.md) objects"
PAGES = "`200 OK` and a collection of [pages](../resources/pages.md) objects"
NOTHING = "`204 No Content`, nothing"
BYTES = "`302 Found` and the bytes of the file"

_OF_HARBOURS = {
    "List harbours": ("GET /harbours", f"{OPTIONS}\n\n{HEADERS}", MANY),
    "Get harbour": (
        "GET /me/harbour\nGET /harbours/{harbour-id}\n"
        "GET /coasts/{coast-id}/harbours/{harbour-id}",
        OPTIONS,
        ONE,
    ),
    "Create harbour": ("POST /harbours", BODY, ONE),
    "Update harbour": ("PATCH /harbours/{harbour-id}", f"{HEADERS}\n\n{BODY}", ONE),
    "Delete harbour": ("DELETE /harbours/{harbour-id}", HEADERS, NOTHING),
    "moor": ("POST /harbours/{harbour-id}/moor", MEMBERS, NOTHING),
    "Get map": (
        "GET /harbours/{harbour-id}/map/$value\nGET /harbours/{harbour-id}/map",
        "",
        BYTES,
    ),
    "Add pier": (
        "POST /harbours/{harbour-id}/piers/$ref",
        "## Request body\nSupply a reference: `@odata.id`.",
        NOTHING,
    ),
    "open": ("POST /harbours/{harbour-id}/open", "", ONE),
    "overload": ("POST /harbours/{harbour-id}/overload", "", MANY),
    "inspect": ("POST /harbours/{harbour-id}/inspect", INSPECTED, ONE),
    "report": ("POST /harbours/{harbour-id}/report", REPORT, NOTHING),
    "import": ("POST /harbours/import", IMPORT, ONE),
    "return": ("POST /harbours/{harbour-id}/return", "", NOTHING),
    "List pages": ("GET /harbours/{harbour-id}/pages", OPTIONS, PAGES),
    "Get chart": ("GET /harbours/{harbour-id}/root:/{item-path}:/chart", "", ONE),
    "getShips": (
        "GET /harbours/{harbour-id}/getShips(period='{period}')\n"
        "GET /harbours/{harbour-id}/getShips(date={date})",
        """\
## Function parameters
|Parameter|Type|Description|
|:---|:---|:---|
|period|String|A number of days.|
|date|Date|A day.|""",
        MANY,
    ),
}
_OF_PAGES = {
    "List": ("GET /pages", OPTIONS, PAGES),
    "Get": ("GET /pages/{id}", "", PAGES),
}

OPERATIONS = {
    "harbour": _OF_HARBOURS,
    "pages": _OF_PAGES,
    "sequence": {"Get sequence": ("GET /sequences/{id}", "", ONE)},
    "request": {"List requests": ("GET /requests", "", ONE)},
}
"""For each type the label of each operation, its requests, sections and response."""


def _page_of(type_: str, label: str) -> str:
    return f"api/{type_}-{label.lower().replace(' ', '-')}.md"


HARBOUR_PAGES = {
    **{
        f"resources/{type_}.md": RESOURCE.format(
            name=type_,
            methods="\n".join(
                f"|[{label}](../{_page_of(type_, label)})|None|What it does: {label}.|"
                for label in operations
            ),
        )
        for type_, operations in OPERATIONS.items()
    },
    **{
        _page_of(type_, label): API.format(
            title=label, requests=requests, sections=sections, response=response
        )
        for type_, operations in OPERATIONS.items()
        for label, (requests, sections, response) in operations.items()
    },
}


def harbour_schema() -> Schema:
    """Return the schema of the pages."""
    pages = [
        extract(parse(path, text.encode()).value).value
        for path, text in HARBOUR_PAGES.items()
    ]
    return resolve(pages, "", is_whole=True).value
