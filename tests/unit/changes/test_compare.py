"""Each kind of change on pages: it is reported, and nothing else is."""

# ruff: noqa: E501 - edits are strings of pages, which black does not split

import re
from pathlib import Path

import pytest
from fleet import FLEET, changed, schema_of
from msgspec.structs import replace

from docgen.changes.compare import compare_schemas
from docgen.changes.model import Change
from docgen.changes.rules import ChangeRule, Rules
from docgen.schema.model import (
    EnumType,
    Member,
    Property,
    QualifiedName,
    Schema,
    Source,
    StructuredType,
    TypeReference,
    WireName,
)

SHIP, BERTH, SAILOR = "resources/ship.md", "resources/berth.md", "resources/sailor.md"
LIST, GET, POST, TOW = (
    *("api/ship-list.md", "api/ship-get.md", "api/ship-post.md", "api/ship-tow.md"),
)
NEW_PAGE = FLEET[BERTH].replace("berth", "anchorage").replace("moorings", "buoys")
WINCH = "|[Winch](../api/ship-winch.md)|None|Winches.|\n"
ROW = "|callSign|String|The sign on the radio.|\n"
CAPTAIN = "|captain|[sailor](sailor.md)|Who commands it.|\n"
CREW = "|crew|[sailor](sailor.md) collection|Who sails it.|\n"

CHANGES = {
    "property added": (
        [(SHIP, ROW, ROW + "|draught|Double|How deep.|\n")],
        ["property-added ship draught WIRE"],
    ),
    "required property added": (
        [(SHIP, ROW, ROW + "|draught|Double|How deep. Required.|\n")],
        ["property-added ship draught WIRE!"],
    ),
    "property removed": (
        [(SHIP, ROW, "")],
        ["property-removed ship callSign WIRE!"],
    ),
    "property renamed": (
        [(SHIP, "|callSign|", "|radioSign|")],
        ["property-renamed ship radioSign WIRE!"],
    ),
    "property in another case": (
        [(SHIP, "|callSign|", "|callsign|")],
        ["property-renamed ship callsign WIRE!"],
    ),
    "property with another name and description": (
        [(SHIP, ROW, "|radioSign|String|How it is called.|\n")],
        ["property-removed ship callSign WIRE!", "property-added ship radioSign WIRE"],
    ),
    "type of a property": (
        [(SHIP, "|length|Double|", "|length|Int32|")],
        ["property-changed/type ship length WIRE!"],
    ),
    "collection": (
        [(SHIP, "|ports|String collection|", "|ports|String|")],
        ["property-changed/type ship ports WIRE!"],
    ),
    "string that becomes an enum": (
        [(SHIP, "|state|String|", "|state|[rig](#rig-values)|")],
        ["property-changed/type ship state SOURCE"],
    ),
    "enum that becomes a string": (
        [(SHIP, "|rig|[rig](#rig-values)|", "|rig|String|")],
        ["enum-removed rig WIRE!", "property-changed/type ship rig SOURCE!"],
    ),
    "description of a property": (
        [(SHIP, "The sign on the radio.", "The sign on all radios.")],
        ["property-changed/description ship callSign DOCS"],
    ),
    "property becomes required": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Required.")],
        ["property-changed/required ship callSign WIRE!"],
    ),
    "property becomes read-only": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Read-only.")],
        ["property-changed/read-only ship callSign SOURCE"],
    ),
    "property is documented as not nullable": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Not nullable.")],
        ["property-changed/nullable ship callSign DOCS"],
    ),
    "default": (
        [(SHIP, "The sign on the radio.", "The sign. The default value is `10`.")],
        ["property-changed/default ship callSign DOCS"],
    ),
    "values": (
        [(SHIP, "Where it is.", "Where it is. Possible values are: `sea`, `port`.")],
        ["property-changed/values ship state DOCS"],
    ),
    "deprecated property": (
        [(SHIP, "Where it is.", "Where it is. Deprecated.")],
        ["property-changed/deprecation ship state SOURCE"],
    ),
    "relationship added": (
        [(SHIP, CREW, CREW + "|owner|[sailor](sailor.md)|Who owns it.|\n")],
        ["navigation-added ship owner WIRE"],
    ),
    "relationship removed": (
        [(SHIP, CREW, "")],
        ["navigation-removed ship crew WIRE!"],
    ),
    "relationship renamed": (
        [(SHIP, "|crew|", "|hands|")],
        ["navigation-renamed ship hands WIRE!"],
    ),
    "type of a relationship": (
        [(SHIP, CREW, CREW.replace(" collection", ""))],
        ["navigation-changed/type ship crew WIRE!"],
    ),
    "description of a relationship": (
        [(SHIP, "Who sails it.", "Who works on it.")],
        ["navigation-changed/description ship crew DOCS"],
    ),
    "description of a type": (
        [(SHIP, "A ship of the fleet.", "A vessel of the fleet.")],
        ["type-changed/description ship DOCS"],
    ),
    "base type removed": (
        [
            (SAILOR, "Inherits from [entity](entity.md).\n", ""),
            (SAILOR, " Inherited from [entity](entity.md).", ""),
            (SAILOR, '"baseType": "microsoft.graph.entity"', '"baseType": ""'),
        ],
        [
            "type-changed/base type sailor WIRE!",
            "type-changed/description sailor DOCS",
            "property-changed/description sailor id DOCS",
        ],
    ),
    "abstract type": (
        [
            (
                SAILOR,
                "A person on board.",
                "A person on board. This is an abstract type.",
            )
        ],
        ["type-changed/abstract sailor WIRE!", "type-changed/description sailor DOCS"],
    ),
    "open type": (
        [
            (
                BERTH,
                '"microsoft.graph.berth" } -->',
                '"microsoft.graph.berth", "openType": true } -->',
            )
        ],
        ["type-changed/open berth WIRE"],
    ),
    "sample of a type": (
        [(BERTH, '"moorings": 4', '"moorings": 5')],
        ["type-changed/sample berth DOCS"],
    ),
    "enum member added": (
        [(SHIP, "|ketch|", "|yawl|Two masts, the second small.|\n|ketch|")],
        ["member-added rig yawl WIRE!"],
    ),
    "enum member removed": (
        [(SHIP, "|ketch|Two masts.|\n", "")],
        ["member-removed rig ketch WIRE!"],
    ),
    "enum member renamed": (
        [(SHIP, "|ketch|", "|yawl|")],
        ["member-renamed rig yawl WIRE!"],
    ),
    "description of an enum member": (
        [(SHIP, "Two masts.", "Two masts, the first is higher.")],
        ["member-changed/description rig ketch DOCS"],
    ),
    "enum becomes open": (
        [(SHIP, "|ketch|", "|unknownFutureValue|Others.|\n|ketch|")],
        ["enum-changed/open rig WIRE", "member-added rig unknownFutureValue WIRE"],
    ),
    "enum renamed": (
        [
            (SHIP, "### rig values", "### rigging values"),
            (SHIP, "[rig](#rig-values)", "[rigging](#rigging-values)"),
        ],
        ["enum-renamed rigging SOURCE!"],
    ),
    "enum removed": (
        [
            (
                SHIP,
                FLEET[SHIP][
                    FLEET[SHIP]
                    .index("### rig values") : FLEET[SHIP]
                    .index("## Relationships")
                ],
                "",
            ),
            (SHIP, "[rig](#rig-values)", "String"),
        ],
        ["enum-removed rig WIRE!", "property-changed/type ship rig SOURCE!"],
    ),
    "operation added": (
        [(SHIP, "|[Tow](", WINCH + "|[Tow](")],
        ["operation-added ship winch WIRE"],
    ),
    "operation removed with its row only": (
        [
            (
                SHIP,
                "|[Get ship](../api/ship-get.md)|[ship](ship.md)|Reads one ship.|\n",
                "",
            )
        ],
        [],
    ),
    "description of an operation": (
        [(SHIP, "Reads one ship.", "Reads a ship.")],
        ["operation-changed/description ship get_ship DOCS"],
    ),
    "label with the same method": (
        [(SHIP, "[Get ship]", "[Get a ship]")],
        ["operation-changed/label ship get_a_ship DOCS"],
    ),
    "label with another method": (
        [(SHIP, "[Tow]", "[Pull]")],
        ["operation-renamed ship pull SOURCE!"],
    ),
    "return type": (
        [
            (
                GET,
                "[ship](../resources/ship.md) object",
                "[sailor](../resources/sailor.md) object",
            )
        ],
        ["operation-changed/return type ship get_ship WIRE!"],
    ),
    "status": (
        [(POST, "`201 Created`", "`200 OK`")],
        ["operation-changed/status ship create_ship WIRE!"],
    ),
    "body": (
        [
            (
                POST,
                "JSON representation of a [ship](../resources/ship.md)",
                "JSON representation of a [sailor](../resources/sailor.md)",
            )
        ],
        ["operation-changed/body ship create_ship WIRE!"],
    ),
    "examples": (
        [(LIST, '"callSign": "ABC"', '"callSign": "XYZ"')],
        ["operation-changed/examples ship list_ships DOCS"],
    ),
    "deprecated operation": (
        [
            (
                TOW,
                "Tows the ship.",
                "> [!CAUTION]\n> This API is deprecated.\n\nTows the ship.",
            )
        ],
        ["operation-changed/deprecation ship tow SOURCE"],
    ),
    "URL added": (
        [
            (
                GET,
                "GET /ships/{ship-id}\n",
                "GET /ships/{ship-id}\nGET /me/ships/{ship-id}\n",
            )
        ],
        ["url-added ship get_ship GET /me/ships/{ship-id} WIRE"],
    ),
    "URL removed": (
        [(LIST, "GET /harbours/{harbour-id}/ships\n", "")],
        ["url-removed ship list_ships GET /harbours/{harbour-id}/ships WIRE!"],
    ),
    "start of a URL": (
        [
            (
                LIST,
                "GET /harbours/{harbour-id}/ships\n",
                "GET /me/port/harbours/{harbour-id}/ships\n",
            )
        ],
        [
            "url-changed/start ship list_ships GET /me/port/harbours/{harbour-id}/ships DOCS"
        ],
    ),
    "method of a request": (
        [(TOW, "POST /ships", "PUT /ships")],
        [
            "url-removed ship tow POST /ships/{ship-id}/tow WIRE!",
            "url-added ship tow PUT /ships/{ship-id}/tow WIRE",
            "operation-changed/body ship tow DOCS",
        ],
    ),
    "placeholder renamed": (
        [(LIST, "{harbour-id}", "{port-id}")],
        ["parameter-renamed ship list_ships port-id SOURCE!"],
    ),
    "query option added": (
        [(LIST, "`$filter` and `$top`", "`$filter`, `$select` and `$top`")],
        ["parameter-added ship list_ships $select WIRE"],
    ),
    "query option removed": (
        [(LIST, "`$filter` and `$top`", "`$filter`")],
        ["parameter-removed ship list_ships $top WIRE!"],
    ),
    "list of the query options": (
        [
            (
                LIST,
                "the `$filter` and `$top` OData query parameters.",
                "the OData query parameters to help customize the response.",
            )
        ],
        ["operation-changed/query options ship list_ships DOCS"],
    ),
    "header removed": (
        [(LIST, "|Prefer|The time zone. Optional.|\n", "")],
        ["parameter-removed ship list_ships Prefer WIRE!"],
    ),
    "header that clients send anyway": (
        [(LIST, "|Authorization|Bearer {token}. Required.|\n", "")],
        ["parameter-removed ship list_ships Authorization DOCS"],
    ),
    "body member added": (
        [(TOW, "|speed|", "|rope|String|Which rope. Optional.|\n|speed|")],
        ["parameter-added ship tow rope WIRE"],
    ),
    "required body member added": (
        [(TOW, "|speed|", "|rope|String|Which rope. Required.|\n|speed|")],
        ["parameter-added ship tow rope WIRE!"],
    ),
    "body member removed": (
        [(TOW, "|speed|Double|Knots. Optional.|\n", "")],
        ["parameter-removed ship tow speed WIRE!"],
    ),
    "body member renamed": (
        [(TOW, "|speed|", "|knots|")],
        ["parameter-renamed ship tow knots WIRE!"],
    ),
    "type of a body member": (
        [(TOW, "|speed|Double|", "|speed|Int32|")],
        ["parameter-changed/type ship tow speed WIRE!"],
    ),
    "body member becomes required": (
        [(TOW, "Knots. Optional.", "Knots. Required.")],
        [
            "parameter-changed/required ship tow speed WIRE!",
            "parameter-changed/description ship tow speed DOCS",
        ],
    ),
    "permission added": (
        [(GET, "|Ship.Read|", "|Ship.Read, Ship.Read.All|")],
        ["permission-added ship get_ship Ship.Read.All WIRE"],
    ),
    "permission removed": (
        [
            (
                LIST,
                "|Ship.Read, Ship.Read.All, Fleet.Read.All|",
                "|Ship.Read, Fleet.Read.All|",
            )
        ],
        ["permission-removed ship list_ships Ship.Read.All WIRE!"],
    ),
    "order of permissions": (
        [(LIST, "|Ship.Read.All, Fleet.Read.All|", "|Fleet.Read.All, Ship.Read.All|")],
        ["permission-changed/order ship list_ships application DOCS"],
    ),
    "type in another namespace": (
        [
            (BERTH, "microsoft.graph.berth", "microsoft.graph.quays.berth"),
            (BERTH, "Namespace: microsoft.graph", "Namespace: microsoft.graph.quays"),
        ],
        ["type-renamed quays.berth SOURCE!"],
    ),
    "kind of a type": (
        [
            (
                BERTH,
                '"@odata.type": "microsoft.graph.berth" }',
                '"keyProperty": "quay", "@odata.type": "microsoft.graph.berth", "baseType": "microsoft.graph.entity" }',
            )
        ],
        [
            "type-changed/base type berth WIRE",
            "type-changed/key berth DOCS",
            "type-changed/kind berth DOCS",
        ],
    ),
    "blank lines and other line breaks": (
        [
            (SHIP, "A ship of the fleet.", "A ship\nof the fleet.\n\n"),
            (LIST, "a collection of\n", "a\ncollection of "),
        ],
        [],
    ),
    "order of rows": (
        [(SHIP, ROW, ""), (SHIP, "|berth|[berth]", ROW + "|berth|[berth]")],
        [],
    ),
}


KEYS = '"keyProperty": "id", "@odata.type": "microsoft.graph.sailor"'
NAME = "|name|String|The full name.|\n"
TOGETHER = (
    LIST,
    "|Ship.Read.All, Fleet.Read.All|",
    "|Ship.Read.All and Fleet.Read.All|",
)
TOGETHER_NAME = "Fleet.Read.All and Ship.Read.All"

GENERAL = (
    "## Optional query parameters\nThis method supports the OData query parameters.\n\n"
)
LISTED = "## Optional query parameters\nYou can use `$select`.\n\n"

BETWEEN = {
    "query options of one object that are listed now": (
        [(GET, "## Response\n", f"{GENERAL}## Response\n")],
        [(GET, "## Response\n", f"{LISTED}## Response\n")],
        ["operation-changed/query options ship get_ship DOCS"],
    ),
    "query option that is no longer listed": (
        [(GET, "## Response\n", f"{LISTED}## Response\n")],
        [
            (
                GET,
                "## Response\n",
                LISTED.replace("$select", "$expand") + "## Response\n",
            )
        ],
        [
            "parameter-removed ship get_ship $select WIRE!",
            "parameter-added ship get_ship $expand WIRE",
        ],
    ),
    "key in parentheses that is a segment now": (
        [(GET, "/ships/{ship-id}", "/ships('{ship-id}')")],
        [(GET, "/ships/{ship-id}", "/ships/{ship-id}")],
        [],
    ),
    "slash before a placeholder": (
        [(GET, "/ships/{ship-id}", "/ships{ship-id}")],
        [(GET, "/ships/{ship-id}", "/ships/{ship-id}")],
        [],
    ),
    "key of a URL": (
        [(GET, "/ships/{ship-id}", "/ships")],
        [(GET, "/ships/{ship-id}", "/ships('{ship-id}')")],
        [
            "url-changed/moved ship get_ship GET /ships SOURCE!",
            "url-added ship get_ship GET /ships('{ship-id}') WIRE",
        ],
    ),
    "URL whose word is spelled differently": (
        [],
        [(TOW, "/ships/{ship-id}/tow", "/ship/{ship-id}/tow")],
        ["url-renamed ship tow POST /ship/{ship-id}/tow WIRE!"],
    ),
    "URL with a missing word": (
        [(TOW, "/ships/{ship-id}/tow", "/fleet/{ship-id}/tow")],
        [(TOW, "/ships/{ship-id}/tow", "/fleet/ships/{ship-id}/tow")],
        ["url-renamed ship tow POST /fleet/ships/{ship-id}/tow WIRE!"],
    ),
    "URL with another method": (
        [],
        [(TOW, "POST /ships/{ship-id}/tow", "PUT /ships/{ship-id}/tow")],
        [
            "url-removed ship tow POST /ships/{ship-id}/tow WIRE!",
            "url-added ship tow PUT /ships/{ship-id}/tow WIRE",
            "operation-changed/body ship tow DOCS",
        ],
    ),
    "closing brace of a placeholder": (
        [(GET, "/ships/{ship-id}", "/fleets/{fleet-id/ships/{ship-id}")],
        [(GET, "/ships/{ship-id}", "/fleets/{fleet-id}/ships/{ship-id}")],
        [],
    ),
    "some of the permissions that were needed together are enough": (
        [TOGETHER],
        [(LIST, "|Ship.Read.All, Fleet.Read.All|", "|Fleet.Read.All|")],
        [
            "permission-added ship list_ships Fleet.Read.All WIRE",
            f"permission-changed/needed together ship list_ships {TOGETHER_NAME} WIRE",
        ],
    ),
    "fewer permissions are enough, and more are accepted": (
        [TOGETHER],
        [
            (
                LIST,
                "|Ship.Read.All, Fleet.Read.All|",
                "|Fleet.Read.All, Ship.Read.All and Fleet.Read.All and Port.Read.All|",
            )
        ],
        [
            "permission-added ship list_ships Fleet.Read.All WIRE",
            "permission-added ship list_ships Fleet.Read.All and Port.Read.All "
            "and Ship.Read.All WIRE",
            f"permission-changed/needed together ship list_ships {TOGETHER_NAME} WIRE",
        ],
    ),
    "more permissions are needed together": (
        [(LIST, "|Ship.Read.All, Fleet.Read.All|", "|Fleet.Read.All|")],
        [TOGETHER],
        [
            "permission-changed/needed together ship list_ships Fleet.Read.All WIRE!",
            f"permission-added ship list_ships {TOGETHER_NAME} WIRE",
        ],
    ),
    "other permissions are needed together": (
        [TOGETHER],
        [(LIST, "|Ship.Read.All, Fleet.Read.All|", "|Ship.Read.All and Ship.Move|")],
        [
            f"permission-removed ship list_ships {TOGETHER_NAME} WIRE!",
            "permission-added ship list_ships Ship.Move and Ship.Read.All WIRE",
        ],
    ),
    "key": (
        [
            (
                BERTH,
                '"@odata.type": "microsoft.graph.berth" }',
                '"keyProperty": "quay", "@odata.type": "microsoft.graph.berth", "baseType": "" }',
            ),
            (BERTH, "The name of the quay.", "The name of the quay. Key."),
        ],
        [
            (
                BERTH,
                '"@odata.type": "microsoft.graph.berth" }',
                '"keyProperty": "depth", "@odata.type": "microsoft.graph.berth", "baseType": "" }',
            ),
            (BERTH, "The depth at low tide.", "The depth at low tide. Key."),
        ],
        [
            "type-changed/key berth WIRE!",
            "property-changed/description berth depth DOCS",
            "property-changed/description berth quay DOCS",
        ],
    ),
    "type that is no longer abstract": (
        [
            (
                SAILOR,
                "A person on board.",
                "A person on board. This is an abstract type.",
            )
        ],
        [],
        ["type-changed/abstract sailor WIRE", "type-changed/description sailor DOCS"],
    ),
    "type that is no longer open": (
        [
            (
                BERTH,
                '"microsoft.graph.berth" } -->',
                '"microsoft.graph.berth", "openType": true } -->',
            )
        ],
        [],
        ["type-changed/open berth WIRE!"],
    ),
    "numbers of members": (
        [
            (
                SHIP,
                "|Member|Description|\n|:---|:---|\n|sloop|",
                "|Member|Value|Description|\n|:---|:---|:---|\n|sloop|1|",
            ),
            (SHIP, "|ketch|", "|ketch|2|"),
            (SHIP, "|barque|", "|barque|3|"),
        ],
        [
            (
                SHIP,
                "|Member|Description|\n|:---|:---|\n|sloop|",
                "|Member|Value|Description|\n|:---|:---|:---|\n|sloop|1|",
            ),
            (SHIP, "|ketch|", "|ketch|2|"),
            (SHIP, "|barque|", "|barque|5|"),
        ],
        ["member-changed/number rig barque DOCS"],
    ),
    "property that becomes a relationship": (
        [(SHIP, CAPTAIN, ""), (SHIP, ROW, ROW + CAPTAIN)],
        [],
        ["property-changed/table ship captain WIRE!"],
    ),
    "relationship that becomes a property": (
        [],
        [(SHIP, CAPTAIN, ""), (SHIP, ROW, ROW + CAPTAIN)],
        ["navigation-changed/table ship captain WIRE"],
    ),
    "property that is no longer required": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Required.")],
        [],
        ["property-changed/required ship callSign WIRE"],
    ),
    "property that may no longer be null": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Nullable.")],
        [(SHIP, "The sign on the radio.", "The sign on the radio. Not nullable.")],
        ["property-changed/nullable ship callSign WIRE!"],
    ),
    "property that may be null": (
        [(SHIP, "The sign on the radio.", "The sign on the radio. Not nullable.")],
        [(SHIP, "The sign on the radio.", "The sign on the radio. Nullable.")],
        ["property-changed/nullable ship callSign SOURCE!"],
    ),
    "another default": (
        [(SHIP, "Where it is.", "Where it is. The default value is `10`.")],
        [(SHIP, "Where it is.", "Where it is. The default value is `20`.")],
        ["property-changed/default ship state WIRE"],
    ),
    "value added": (
        [(SHIP, "Where it is.", "Possible values are: `sea`, `port`.")],
        [(SHIP, "Where it is.", "Possible values are: `sea`, `port`, `dock`.")],
        ["property-changed/values ship state WIRE"],
    ),
    "value removed": (
        [(SHIP, "Where it is.", "Possible values are: `sea`, `port`, `dock`.")],
        [(SHIP, "Where it is.", "Possible values are: `sea`, `port`.")],
        ["property-changed/values ship state WIRE!"],
    ),
    "value in another case": (
        [(SHIP, "Where it is.", "Possible values are: `sea`, `port`.")],
        [(SHIP, "Where it is.", "Possible values are: `Sea`, `Port`.")],
        ["property-changed/description ship state DOCS"],
    ),
    "returned on select": (
        [],
        [(SHIP, "Where it is.", "Where it is. Returned only on `$select`.")],
        ["property-changed/returned on select ship state DOCS"],
    ),
    "filter": (
        [],
        [(SHIP, "Where it is.", "Where it is. Supports `$filter` (`eq`, `ne`).")],
        ["property-changed/filter ship state DOCS"],
    ),
    "inherited row in another case": (
        [(SHIP, ROW, f"{ROW}|ID|String|The key.|\n")],
        [],
        [],
    ),
    "misspelled type": (
        [(SHIP, "|length|Double|", "|length|Dubble|")],
        [],
        ["property-changed/type ship length SOURCE!"],
    ),
    "unknown type": (
        [(SHIP, "|length|Double|", "|length| |")],
        [],
        ["property-changed/type ship length SOURCE!"],
    ),
    "return type that was not documented": (
        [
            (
                GET,
                " and a\n[ship](../resources/ship.md) object in the response body",
                "",
            ),
            (SHIP, "|[ship](ship.md)|Reads", "|None|Reads"),
        ],
        [],
        ["operation-changed/return type ship get_ship SOURCE"],
    ),
    "status that was not documented": (
        [
            (
                TOW,
                "If successful, this method returns a `204 No Content` response code.",
                "Nothing.",
            )
        ],
        [],
        ["operation-changed/status ship tow DOCS"],
    ),
    "another status of success": (
        [],
        [
            (
                TOW,
                "`204 No Content` response code.",
                "`202 Accepted` or `204 No Content` response code.",
            )
        ],
        ["operation-changed/status ship tow WIRE"],
    ),
    "long-running operation": (
        [],
        [
            (
                TOW,
                "`204 No Content` response code.",
                "`202 Accepted` response code and a `Location` header with the URL of the operation.",
            )
        ],
        [
            "operation-changed/status ship tow WIRE!",
            "operation-changed/long-running ship tow WIRE!",
        ],
    ),
    "permissions that were not documented": (
        [
            (
                TOW,
                FLEET[TOW][
                    FLEET[TOW].index("## Permissions") : FLEET[TOW].index("## HTTP")
                ],
                "",
            )
        ],
        [],
        ["operation-changed/permissions ship tow DOCS"],
    ),
    "URL that moves to another operation": (
        [],
        [
            (LIST, "GET /harbours/{harbour-id}/ships\n", ""),
            (
                GET,
                "GET /ships/{ship-id}\n",
                "GET /ships/{ship-id}\nGET /harbours/{harbour-id}/ships\n",
            ),
        ],
        [
            "url-changed/moved ship list_ships GET /harbours/{harbour-id}/ships SOURCE!",
            "url-added ship get_ship GET /harbours/{harbour-id}/ships SOURCE",
        ],
    ),
    "header that clients send anyway": (
        [(LIST, "|Authorization|Bearer {token}. Required.|\n", "")],
        [],
        ["parameter-added ship list_ships Authorization DOCS"],
    ),
    "body member that is no longer required": (
        [(TOW, "|speed|Double|Knots. Optional.|", "|speed|Double|Knots. Required.|")],
        [],
        [
            "parameter-changed/required ship tow speed WIRE",
            "parameter-changed/description ship tow speed DOCS",
        ],
    ),
    "type of a body member that was not documented": (
        [(TOW, "|speed|Double|", "|speed| |")],
        [],
        ["parameter-changed/type ship tow speed SOURCE"],
    ),
}


def written(one: Change) -> str:
    fact = f"/{one.fact}" if one.fact else ""
    type_ = (one.type or "").removeprefix("microsoft.graph.")
    mark = "!" if one.breaking else ""
    words = (f"{one.kind}{fact}", type_, one.member, f"{one.category}{mark}")
    return " ".join(filter(None, words))


@pytest.mark.parametrize(("edits", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_reported_and_nothing_else(
    edits: list[tuple[str, str, str]], expected: list[str]
) -> None:
    found = [
        written(one)
        for one in compare_schemas(schema_of(FLEET), schema_of(changed(*edits)))
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"), BETWEEN.values(), ids=BETWEEN.keys()
)
def test_a_change_between_two_edits_is_reported_and_nothing_else(
    before: list[tuple[str, str, str]],
    after: list[tuple[str, str, str]],
    expected: list[str],
) -> None:
    found = compare_schemas(schema_of(changed(*before)), schema_of(changed(*after)))
    assert [written(one) for one in found] == expected


def changes_of(old: dict[str, str], new: dict[str, str]) -> list[str]:
    return [written(one) for one in compare_schemas(schema_of(old), schema_of(new))]


def without(path: str) -> dict[str, str]:
    return {name: text for name, text in FLEET.items() if name != path}


BUOY = {"resources/buoy.md": FLEET[SAILOR].replace("sailor", "buoy")}
WINCH_PAGE = {"api/ship-winch.md": FLEET[TOW].replace("tow", "winch")}
ROW_OF_TOW = "|[Tow](../api/ship-tow.md)|None|Tows the ship.|\n"


def test_an_added_type_is_one_change() -> None:
    assert changes_of(FLEET, FLEET | BUOY) == ["type-added buoy WIRE"]
    assert changes_of(FLEET | BUOY, FLEET) == ["type-removed buoy WIRE!"]


def test_an_added_enum_is_one_change() -> None:
    pages = changed(
        (
            SHIP,
            "### rig values",
            "### hull values\n|Member|Description|\n|:---|:---|\n|steel|Heavy.|\n|wood|Light.|\n\n### rig values",
        ),
        (SHIP, ROW, ROW + "|hull|[hull](#hull-values)|Made of.|\n"),
    )
    assert changes_of(FLEET, pages) == [
        "enum-added hull WIRE",
        "property-added ship hull WIRE",
    ]


def test_an_enum_type_that_becomes_an_object_is_another_form() -> None:
    berth = QualifiedName("microsoft.graph.berth")
    old = schema_of(FLEET)
    enum = EnumType(name=berth, sources=(), members=())
    types = tuple(enum if one.name == berth else one for one in old.types)
    (found,) = compare_schemas(replace(old, types=types), old)
    assert written(found) == "type-changed/form berth WIRE!"


def with_enum(**facts: bool | str) -> Schema:
    schema = schema_of(FLEET)
    types = tuple(
        replace(one, **facts) if isinstance(one, EnumType) else one
        for one in schema.types
    )
    return replace(schema, types=types)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"flags": True}, "enum-changed/flags rig WIRE!"),
        ({"deprecated": True}, "enum-changed/deprecation rig SOURCE"),
        ({"description": "Sails."}, "enum-changed/description rig DOCS"),
    ],
    ids=["flags", "deprecation", "description"],
)
def test_a_fact_of_an_enum_is_reported(
    facts: dict[str, bool | str], expected: str
) -> None:
    assert [
        written(one) for one in compare_schemas(with_enum(), with_enum(**facts))
    ] == [expected]


def test_a_deprecated_type_is_reported() -> None:
    old = schema_of(FLEET)
    types = tuple(
        replace(one, deprecated=True) if one.name.endswith("berth") else one
        for one in old.types
    )
    (found,) = compare_schemas(old, replace(old, types=types))
    assert written(found) == "type-changed/deprecation berth SOURCE"


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        ((LIST, "|Ship.Read.All, Fleet.Read.All|", "|Ship.Read.All|"), "|Application|"),
        ((LIST, "|Ship.Read, Ship.Read.All, ", "|Ship.Read, "), "|Delegated (work"),
        ((LIST, "`200 OK`", "`206 Partial Content`"), "If successful"),
        (
            (LIST, "[ship](../resources/ship.md) ob", "[rig](rig.md) ob"),
            "If successful",
        ),
        ((LIST, '"callSign": "ABC"', '"callSign": "DEF"'), "# List ships"),
    ],
    ids=["application", "delegated", "status", "result", "examples"],
)
def test_a_change_of_a_page_has_the_position_of_what_changed(
    edit: tuple[str, str, str], line: str
) -> None:
    found = compare_schemas(schema_of(FLEET), schema_of(changed(edit)))
    lines = FLEET[LIST].splitlines()
    starts = {lines[one.old.line - 1][: len(line)] for one in found if one.old}
    assert starts == {line}


def test_an_operation_with_its_page_is_one_change() -> None:
    new = changed((SHIP, ROW_OF_TOW, ROW_OF_TOW + WINCH)) | WINCH_PAGE
    assert changes_of(FLEET, new) == ["operation-added ship winch WIRE"]
    assert changes_of(new, FLEET) == ["operation-removed ship winch WIRE!"]


def test_an_operation_whose_requests_another_one_has_is_a_change_of_the_source() -> (
    None
):
    twice = ROW_OF_TOW + ROW_OF_TOW.replace("Tow]", "Pull]").replace(
        "tow.md", "pull.md"
    )
    new = changed((SHIP, ROW_OF_TOW, twice)) | {"api/ship-pull.md": FLEET[TOW]}
    assert changes_of(FLEET, new) == ["operation-added ship pull SOURCE"]
    assert changes_of(new, FLEET) == ["operation-renamed ship tow SOURCE!"]


PULL_ROW = "|[Pull](../api/ship-pull.md)|None|Tows the ship.|\n"
TOW_AND_PULL = changed((SHIP, ROW_OF_TOW, ROW_OF_TOW + PULL_ROW)) | {
    "api/ship-pull.md": FLEET[TOW].replace("/tow", "/pull").replace("Tow", "Pull")
}
"""Two operations, each with a page and a URL of its own."""


def test_operations_that_were_joined_are_not_removed() -> None:
    both = "POST /ships/{ship-id}/tow\nPOST /ships/{ship-id}/pull\n"
    joined = changed((TOW, "POST /ships/{ship-id}/tow\n", both))
    assert changes_of(TOW_AND_PULL, joined) == [
        "operation-renamed ship tow SOURCE!",
        "url-added ship tow POST /ships/{ship-id}/pull SOURCE",
    ]
    assert changes_of(joined, TOW_AND_PULL) == [
        "url-changed/moved ship tow POST /ships/{ship-id}/pull SOURCE!",
        "operation-added ship pull SOURCE",
    ]


def test_of_an_operation_that_was_joined_the_urls_that_none_has_are_removed() -> None:
    more = "POST /ships/{ship-id}/pull\nPOST /ships/{ship-id}/drag\n"
    old = dict(TOW_AND_PULL)
    old["api/ship-pull.md"] = old["api/ship-pull.md"].replace(
        "POST /ships/{ship-id}/pull\n", more
    )
    both = "POST /ships/{ship-id}/tow\nPOST /ships/{ship-id}/pull\n"
    joined = changed((TOW, "POST /ships/{ship-id}/tow\n", both))
    assert changes_of(old, joined) == [
        "url-removed ship tow POST /ships/{ship-id}/drag WIRE!",
        "operation-renamed ship tow SOURCE!",
        "url-added ship tow POST /ships/{ship-id}/pull SOURCE",
    ]


def test_an_operation_that_several_pages_describe_is_neither_added_nor_removed() -> (
    None
):
    pages = {
        f"api/{name}-ship-tow.md": FLEET[TOW].replace("# Tow", "# Tow")
        for name in ("river", "sea")
    }
    assert changes_of(FLEET, FLEET | pages) == []
    assert changes_of(FLEET | pages, FLEET) == []


def test_an_operation_whose_page_describes_others_is_not_removed() -> None:
    rows = ROW_OF_TOW.replace("[Tow]", "[Tow to sea]") + ROW_OF_TOW.replace(
        "[Tow]", "[Tow to port]"
    )
    new = changed(
        (SHIP, ROW_OF_TOW, rows), (TOW, "/ships/{ship-id}/tow", "/vessels/{id}/pull")
    )
    kinds = [one.split()[0] for one in changes_of(FLEET, new)]
    assert "operation-removed" not in kinds
    assert "operation-renamed" in kinds


def test_a_missing_api_page_is_a_change_of_the_documentation() -> None:
    assert changes_of(FLEET, without(TOW)) == [
        "operation-changed/API page ship tow DOCS"
    ]


def test_a_return_type_that_is_not_known_any_more_is_a_change_of_the_source() -> None:
    row = "|[ship](ship.md)|Reads one ship.|"
    lost = [
        (GET, "[ship](../resources/ship.md) object", "something"),
        (SHIP, row, "|a thing or two|Reads one ship.|"),
    ]
    assert changes_of(FLEET, changed(*lost)) == [
        "operation-changed/return type ship get_ship SOURCE!"
    ]


def test_a_moved_page_is_no_change() -> None:
    moved = {
        path.replace("ship.md", "vessels/ship.md") if path == SHIP else path: text
        for path, text in FLEET.items()
    }
    moved["resources/vessels/ship.md"] = (
        moved["resources/vessels/ship.md"]
        .replace("](../api", "](../../api")
        .replace("](entity.md", "](../entity.md")
        .replace("](sailor.md", "](../sailor.md")
        .replace("](berth.md", "](../berth.md")
    )
    for path in (LIST, GET, POST):
        moved[path] = moved[path].replace(
            "resources/ship.md", "resources/vessels/ship.md"
        )
    assert changes_of(FLEET, moved) == []


def messages_of(old: dict[str, str], new: dict[str, str]) -> list[str]:
    return [one.message for one in compare_schemas(schema_of(old), schema_of(new))]


EXAMPLE = """
## Examples

### Request

<!-- { "blockType": "request", "name": "tow_ship" } -->
```http
POST https://api.example.org/ships/7/tow?dry=true
Prefer: slow

{"speed": 3}
```
"""


@pytest.mark.parametrize(
    ("removed", "message"),
    {
        "body member": ("|speed|Double|Knots. Optional.|\n", "still sends"),
        "URL": ("POST /ships/{ship-id}/tow\n", "still uses"),
    }.values(),
    ids=["body member", "URL"],
)
def test_what_an_example_still_sends_is_mentioned(removed: str, message: str) -> None:
    more = "POST /ships/{ship-id}/tow\nPOST /vessels/{ship-id}/pull\n"
    old = changed((TOW, "POST /ships/{ship-id}/tow\n", more))
    old[TOW] += EXAMPLE
    new = dict(old)
    assert removed in new[TOW]
    new[TOW] = new[TOW].replace(removed, "", 1)
    found = [one for one in messages_of(old, new) if one.startswith("removed the ")]
    assert [one.rpartition("which an example ")[2] for one in found] == [message]


def test_an_example_with_a_longer_url_does_not_use_a_removed_one() -> None:
    url = "POST /ships/{ship-id}\n"
    new = FLEET | {TOW: FLEET[TOW] + EXAMPLE}
    line = "POST /ships/{ship-id}/tow\n"
    old = new | {TOW: new[TOW].replace(line, line + url, 1)}
    (message,) = messages_of(old, new)
    assert message.startswith("removed the URL")
    assert "example" not in message


def enum_schema(name: str, *members: str) -> Schema:
    source = Source(path=f"{'-'.join((name, *members))}.md", line=1)
    return Schema(
        types=(
            EnumType(
                name=QualifiedName(name),
                sources=(source,),
                members=tuple(Member(name=one, source=source) for one in members),
            ),
        ),
        pages=(),
    )


NAMESPACES = {
    "half of the members": ("graph.sea.mood", ("calm", "wild"), ["enum-renamed"]),
    "fewer members": ("graph.sea.mood", ("wild", "odd", "calm", "even"), []),
    "another name": ("graph.sea.moods", ("calm", "rough"), []),
}


@pytest.mark.parametrize(
    ("name", "members", "expected"), NAMESPACES.values(), ids=NAMESPACES.keys()
)
def test_an_enum_type_of_this_name_in_another_namespace_is_the_same(
    name: str, members: tuple[str, ...], expected: list[str]
) -> None:
    old = enum_schema("graph.mood", "calm", "rough", "flat", "high")
    found = compare_schemas(old, enum_schema(name, *members))
    kinds = [one.kind for one in found if not one.kind.startswith("member-")]
    assert kinds == (expected or ["enum-removed", "enum-added"])


def schema_with_berth(name: str, reference: TypeReference, row: str) -> Schema:
    """Return a type `name`, and one that derives from what `reference` names and refers to it."""
    source = Source(path="berth.md", line=1)
    depth = TypeReference(name=QualifiedName("Edm.Double"))
    berth = StructuredType(
        kind="complex",
        name=QualifiedName(name),
        sources=(source,),
        properties=(Property(name=WireName("depth"), type=depth, source=source),),
    )
    place = Property(
        name=WireName(row), type=reference, source=source, description="Where it is."
    )
    ship = replace(
        berth,
        name=QualifiedName("graph.ship"),
        base_type=reference.name,
        properties=(place,),
    )
    return Schema(types=(berth, ship), pages=())


def test_types_that_differ_only_in_the_namespace_are_named_with_it() -> None:
    name = QualifiedName("graph.berth")
    old = schema_with_berth(name, TypeReference(name=name), "berth")
    other = TypeReference(name=QualifiedName("berth"), is_declared=False)
    found = compare_schemas(old, schema_with_berth(name, other, "berth"))
    messages = [one.message for one in found if one.kind == "property-changed"]
    assert messages == ["`berth` has type `berth`, no longer `graph.berth`"]


def test_a_type_of_another_form_in_another_namespace_is_another_one() -> None:
    berth = TypeReference(name=QualifiedName("graph.berth"))
    new = schema_with_berth("graph.sea.berth", berth, "berth").types[0]
    old = enum_schema("graph.berth", "depth")
    found = compare_schemas(old, Schema(types=(new,), pages=()))
    assert [one.kind for one in found] == ["enum-removed", "type-added"]


@pytest.mark.parametrize("is_collection", [False, True])
@pytest.mark.parametrize("new_name", ["graph.Berth", "graph.sea.berth"])
@pytest.mark.parametrize(
    ("row", "expected"),
    [("berth", ["type-renamed"]), ("place", ["type-renamed", "property-renamed"])],
)
def test_a_renamed_type_that_is_referenced_by_its_old_name_is_the_same(
    new_name: str, row: str, expected: list[str], *, is_collection: bool
) -> None:
    reference = TypeReference(
        name=QualifiedName("graph.berth"), is_collection=is_collection
    )
    old = schema_with_berth("graph.berth", reference, "berth")
    new = schema_with_berth(new_name, replace(reference, is_declared=False), row)
    assert [one.kind for one in compare_schemas(old, new)] == expected


def test_a_property_that_moves_to_the_base_type_is_added_there_only() -> None:
    row = "|note|String|A remark.|\n"
    old = changed((SHIP, ROW, ROW + row), (SAILOR, NAME, NAME + row))
    new = changed(("resources/entity.md", "## JSON", f"{row}\n## JSON"))
    new["resources/entity.md"] = new["resources/entity.md"].replace(
        "Read-only.|\n\n|note", "Read-only.|\n|note"
    )
    assert changes_of(old, new) == ["property-added entity note WIRE"]


def test_every_rule_is_the_result_of_a_test() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    missing = [
        one.name for one in Rules if not re.search(pattern_of(one.value), source)
    ]
    assert missing == []


def pattern_of(rule: ChangeRule) -> str:
    kind = rule.kind
    if kind == "property-changed" and rule.fact != "table":
        kind = "(?:property|navigation)-changed"
    fact = f"/{rule.fact}" if rule.fact else ""
    category, is_breaking = rule.effect
    mark = "!" if is_breaking else "(?!!)"
    return rf'"{kind}{re.escape(fact)} [^"]*{category}{mark}'
