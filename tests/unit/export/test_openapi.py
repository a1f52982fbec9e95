"""Operations as OpenAPI: paths, identifiers, parameters, bodies, responses and permissions."""

import json
from typing import Any

import pytest
from documented import (
    alternatives,
    entity,
    example,
    operation,
    parameter,
    row,
    schema,
)
from msgspec.structs import replace

from docgen.export import is_exported, to_openapi
from docgen.schema.model import (
    ApiOperation,
    ExampleRequest,
    ExampleResponse,
    Permissions,
)

FLEET = (entity("a.ship", row("flag"), row("crew", "a.sailor*")), entity("a.sailor"))


def document(*operations: ApiOperation) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_openapi(schema(FLEET, *operations)))
    return loaded


def only(*operations: ApiOperation) -> dict[str, Any]:
    """Return the only operation of a document."""
    ((_, item),) = document(*operations)["paths"].items()
    (found,) = item.values()
    assert isinstance(found, dict)
    return found


def reading(path: str, page: str = "api/a.md") -> ApiOperation:
    return operation("get_ship", "read", f"GET {path}", page=page)


class TestPaths:
    @pytest.mark.parametrize(
        ("written", "path"),
        [
            ("/ships/{id}", "/ships/{shipId}"),
            ("/ships/{id | flag}", "/ships/{shipId}"),
            ("/ships/<ship-id>/crew/{id}", "/ships/{ship-id}/crew/{crewId}"),
            ("/ships/00000000-0000-0000-0000-000000000001", "/ships/{shipId}"),
            ("https://example.com/v1.0/ships?$top={n}", "/ships"),
            ("/ships('{id}')/log", "/ships('{shipId}')/log"),
            (
                "/ships/find(port='{port}',deck=1)",
                "/ships/find(port='{port}',deck={deck})",
            ),
            ("/ships/newest()", "/ships/newest()"),
            ("/holds/root:/{item path}:/list", "/holds/root:/{itemPath}:/list"),
            ("/ships/{id}/crew/$ref", "/ships/{shipId}/crew/$ref"),
            ("/ships/a b", "/ships/a%20b"),
            ("/ships/{a?b/c}", "/ships/{a_b_c}"),
            ("/ships/{", "/ships/%7B"),
            ("", "/"),
        ],
    )
    def test_a_path_has_one_notation(self, written: str, path: str) -> None:
        assert list(document(reading(written))["paths"]) == [path]

    def test_arguments_that_the_url_leaves_out_are_added(self) -> None:
        one = operation(
            "find",
            "function",
            "GET /ships/find",
            parameter("port", place="function"),
            parameter("deck", "Edm.Int32", "function"),
        )
        found = document(one)["paths"]["/ships/find(port='{port}',deck={deck})"]["get"]
        assert [
            (each["name"], each["schema"]["type"]) for each in found["parameters"]
        ] == [
            ("port", "string"),
            ("deck", "integer"),
        ]

    def test_paths_that_differ_in_names_only_are_one(self) -> None:
        first = reading("/ships/{ship}")
        found = only(first, reading("/ships/{hull}", page="api/b.md"))
        assert [each["name"] for each in found["parameters"]] == ["ship"]
        assert found["x-source"] == [
            {"path": "api/a.md", "line": 20, "url": "/ships/{ship}"},
            {"path": "api/b.md", "line": 20, "url": "/ships/{hull}"},
        ]

    def test_methods_of_a_path_are_one_item(self) -> None:
        lines = "DELETE /ships/{id}\nGET /ships/{id}\nLOCK /ships/{id}"
        paths = document(operation("any", "read", lines))["paths"]
        assert {path: list(item) for path, item in paths.items()} == {
            "/ships/{shipId}": ["get", "delete"]
        }


class TestIdentifiers:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("get_ship", "ship.get"),
            ("list_ships", "ship.list"),
            ("ship_sail", "ship.sail"),
            ("list_crew", "ship.listCrew"),
            ("", "ship.call"),
        ],
    )
    def test_it_is_the_type_and_the_name(self, name: str, expected: str) -> None:
        assert only(operation(name, "read", "GET /x"))["operationId"] == expected

    def test_each_request_has_one_of_its_own(self) -> None:
        lines = "GET /me/ships\nGET /harbours/{id}/ships\nPUT /me/ships"
        paths = document(
            operation("list", "read", lines),
            operation("list", "read", "GET /fleet", page="api/b.md"),
            operation("list", "read", "GET /docks", page="api/b.md"),
            operation("list", "read", "GET /x", owner=None, page="api/c.md"),
        )["paths"]
        found = [
            each["operationId"] for item in paths.values() for each in item.values()
        ]
        assert sorted(found) == [
            "api.list",
            "ship.list",
            "ship.list_b",
            "ship.list_b_fleet",
            "ship.list_harboursShips",
            "ship.list_putMeShips",
        ]


class TestParameters:
    def test_places_types_and_descriptions(self) -> None:
        found = only(
            operation(
                "get",
                "read",
                "GET /ships/{ship-id}",
                parameter(
                    "ship-id", place="path", description="The key.", required=True
                ),
                parameter("$top", None, "query"),
                parameter("port", "Edm.Int32*", "query", required=True),
                parameter("If-Match", place="header"),
                parameter("if-match", place="header"),
                parameter("Authorization", place="header"),
                parameter("flag", place="body"),
            )
        )
        source = {"x-source": [{"path": "api/a.md", "line": 30}]}
        integer = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
        assert found["parameters"] == [
            {
                "name": "ship-id",
                "in": "path",
                "description": "The key.",
                "required": True,
                "schema": {"type": "string"},
                **source,
            },
            {"name": "$top", "in": "query", "schema": {"type": "integer"}, **source},
            {
                "name": "port",
                "in": "query",
                "required": True,
                "schema": {"type": "array", "items": integer},
                **source,
            },
            {
                "name": "If-Match",
                "in": "header",
                "schema": {"type": "string"},
                **source,
            },
        ]
        assert "requestBody" not in found


class TestBodies:
    def test_a_type(self) -> None:
        one = operation(
            "new", "create", "POST /ships", parameter("flag"), body="a.ship"
        )
        assert only(one)["requestBody"]["content"] == {
            "application/json": {"schema": {"$ref": "#/components/schemas/a.ship"}}
        }

    def test_members_that_are_required_or_not_of_the_type(self) -> None:
        one = operation(
            "new",
            "create",
            "POST /ships",
            parameter("flag", required=True),
            parameter("crew"),
            parameter("captain", None),
            body="a.ship",
        )
        found = only(one)["requestBody"]["content"]["application/json"]["schema"]
        assert found["allOf"] == [{"$ref": "#/components/schemas/a.ship"}]
        assert (list(found["properties"]), found["required"]) == (
            ["flag", "captain"],
            ["flag"],
        )

    def test_a_part_of_an_entity(self) -> None:
        one = operation(
            "add",
            "create",
            "POST /ships",
            parameter("crew", "a.sailor*"),
            body="a.ship",
        )
        one = replace(one, body_part="crew")
        found = only(one)["requestBody"]["content"]["application/json"]["schema"]
        assert found["properties"]["crew"]["items"] == {
            "$ref": "#/components/schemas/a.sailor"
        }
        alone = replace(one, parameters=(), body_part="ship")
        found = only(alone)["requestBody"]["content"]["application/json"]["schema"]
        assert found["properties"] == {"ship": {"$ref": "#/components/schemas/a.ship"}}

    def test_parameters_of_an_action(self) -> None:
        one = operation(
            "sail",
            "action",
            "POST /ships/{id}/sail",
            parameter("crew", "a.sailor*", description="All."),
            parameter("speed", "Edm.Int32", required=True),
        )
        found = only(one)["requestBody"]["content"]["application/json"]["schema"]
        assert found["properties"]["crew"]["items"] == {
            "$ref": "#/components/schemas/a.sailor"
        }
        assert (found["type"], found["required"]) == ("object", ["speed"])

    def test_a_reference(self) -> None:
        one = operation(
            "add", "reference", "POST /ships/{id}/crew/$ref", takes_reference=True
        )
        found = only(one)["requestBody"]["content"]["application/json"]["schema"]
        assert found["required"] == ["@odata.id"]

    def test_bytes_have_the_media_types_of_examples(self) -> None:
        sent = ExampleRequest(
            method="PUT",
            url="/ships/1/$value",
            headers=(("content-type", "Image/PNG; q=1"),),
            body="bytes",
        )
        lines = "PUT /ships/{id}/$value"
        one = operation("put", "content", lines, body="Edm.Stream")
        assert list(only(one)["requestBody"]["content"]) == ["application/octet-stream"]
        one = operation(
            "put", "content", lines, body="Edm.Stream", examples=(example(sent),)
        )
        assert only(one)["requestBody"]["content"]["image/png"] == {
            "schema": {"type": "string", "format": "binary"},
            "examples": {
                "example1": {
                    "summary": "Example",
                    "value": "bytes",
                    "x-request": "PUT /ships/1/$value",
                    "x-source": [{"path": "api/a.md", "line": 50}],
                }
            },
        }


class TestResponses:
    @pytest.mark.parametrize(
        ("returns", "expected"),
        [
            ("a.ship", {"$ref": "#/components/schemas/a.ship"}),
            (
                "a.ship*",
                {
                    "type": "object",
                    "properties": {
                        "value": {
                            "type": "array",
                            "items": {"$ref": "#/components/schemas/a.ship"},
                        }
                    },
                },
            ),
            (
                "Edm.Boolean",
                {"type": "object", "properties": {"value": {"type": "boolean"}}},
            ),
            ("b.none", {"$comment": "no page declares `b.none`"}),
        ],
    )
    def test_types(self, returns: str, expected: object) -> None:
        one = operation("get", "read", "GET /x", returns=returns, statuses=(200, 204))
        assert only(one)["responses"] == {
            "200": {
                "description": "OK",
                "content": {"application/json": {"schema": expected}},
            },
            "204": {"description": "No Content"},
        }

    def test_without_a_status_it_is_any_success(self) -> None:
        one = operation("get", "content", "GET /x", returns="Edm.Stream")
        assert only(one)["responses"] == {
            "2XX": {
                "description": "Success",
                "content": {
                    "application/octet-stream": {
                        "schema": {"type": "string", "format": "binary"}
                    }
                },
            }
        }

    def test_statuses_of_examples_are_documented(self) -> None:
        body = '{"error":"no ship"}'
        answer = ExampleResponse(status=404, body=body, is_json=True)
        shown = (example(None, answer),)
        one = operation("get", "read", "GET /x", statuses=(200,), examples=shown)
        found = only(one)["responses"]
        assert list(found) == ["200", "404"]
        values = found["404"]["content"]["application/json"]["examples"]
        assert values["example1"]["value"] == {"error": "no ship"}

    def test_an_example_is_in_the_request_whose_url_it_has(self) -> None:
        sent = ExampleRequest(
            method="GET", url="https://example.com/v1.0/docks/7/ships"
        )
        shown = example(sent, ExampleResponse(status=200, body="[]", is_json=True))
        lines = "GET /ships\nGET /docks/{id}/ships"
        one = operation("list", "read", lines, statuses=(200,), examples=(shown,))
        paths = document(one)["paths"]
        assert "content" not in paths["/ships"]["get"]["responses"]["200"]
        assert "content" in paths["/docks/{dockId}/ships"]["get"]["responses"]["200"]

    @pytest.mark.parametrize(
        ("method", "url", "is_shown"),
        [
            ("POST", "https://a.example/v1.0/ships", True),
            ("POST", "https://A.example/v1.0/boats", True),
            ("POST", "/boats", True),
            ("PUT", "https://a.example/v1.0/ships", False),
            ("POST", "https://bot.example/notifications", False),
        ],
        ids=["its own", "another path", "relative", "another method", "another host"],
    )
    def test_an_example_of_something_else_is_in_no_request(
        self, method: str, url: str, *, is_shown: bool
    ) -> None:
        sent = ExampleRequest(method=method, url=url, body="{}", is_json=True)
        own = ExampleRequest(method="POST", url="https://a.example/v1.0/ships")
        shown = (example(own), example(own), example(sent))
        one = operation("create", "create", "POST /ships", examples=shown)
        assert ("requestBody" in only(one)) is is_shown

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("text/plain", ["text/plain", "application/octet-stream"]),
            ("image/jpeg", ["image/jpeg"]),
            ("application/octet-stream", ["application/octet-stream"]),
            (None, ["application/octet-stream"]),
        ],
        ids=["text", "an image", "bytes", "no example"],
    )
    def test_text_of_an_example_stands_for_any_bytes(
        self, kind: str | None, expected: list[str]
    ) -> None:
        headers = (("Content-Type", kind or ""),)
        sent = ExampleRequest(method="PUT", url="/x", headers=headers, body="The log.")
        shown = (example(sent),) if kind else ()
        one = operation("put", "content", "PUT /x", body="Edm.Stream", examples=shown)
        assert list(only(one)["requestBody"]["content"]) == expected

    def test_a_request_with_two_responses_is_one_example(self) -> None:
        sent = ExampleRequest(method="POST", url="/ships", body="{}", is_json=True)
        answers = [ExampleResponse(status=status) for status in (201, 400)]
        shown = tuple(example(sent, one) for one in answers)
        found = only(operation("create", "create", "POST /ships", examples=shown))
        content = found["requestBody"]["content"]["application/json"]
        assert list(content["examples"]) == ["example1"]


class TestPermissions:
    def test_each_alternative_is_a_requirement(self) -> None:
        permissions = Permissions(
            delegated_work=alternatives("Ship.Read", "Ship.Sail+Sea.Read"),
            application=alternatives("Ship.Read.All"),
        )
        one = operation("get", "read", "GET /x", permissions=permissions)
        assert only(one)["security"] == [
            {"delegatedWork": ["Ship.Read"]},
            {"delegatedWork": ["Ship.Sail", "Sea.Read"]},
            {"application": ["Ship.Read.All"]},
        ]
        found = document(one)
        assert found["security"] == [{"delegatedWork": []}, {"application": []}]
        schemes = found["components"]["securitySchemes"]
        assert schemes["delegatedWork"]["x-scopes"] == [
            "Sea.Read",
            "Ship.Read",
            "Ship.Sail",
        ]

    def test_a_request_may_have_permissions_of_its_own(self) -> None:
        own = Permissions(application=alternatives("Dock.Read"))
        shared = Permissions(application=alternatives("Ship.Read"))
        requests = [("GET /x", None), ("GET /y", own)]
        paths = document(operation("get", "read", requests, permissions=shared))[
            "paths"
        ]
        assert paths["/x"]["get"]["security"] == [{"application": ["Ship.Read"]}]
        assert paths["/y"]["get"]["security"] == [{"application": ["Dock.Read"]}]

    def test_without_permissions_there_is_no_scheme(self) -> None:
        found = document(reading("/x"))
        assert "security" not in found
        assert found["components"]["securitySchemes"] == {}


class TestDocument:
    def test_server_and_version_are_those_of_most_urls(self) -> None:
        urls = (
            "https://a.example/v1.0/x",
            "https://b.example/y",
            "https://a.example/v1.0/z",
        )
        sent = [ExampleRequest(method="GET", url=url) for url in urls]
        one = operation("x", "read", "GET /x", examples=tuple(map(example, sent)))
        found = document(one)
        assert found["servers"] == [{"url": "https://a.example/v1.0"}]
        assert found["info"] == {"title": "a", "version": "v1.0"}

    @pytest.mark.parametrize(
        ("url", "server", "version"),
        [
            ("https://a.example/v2/x", "https://a.example/v2", "v2"),
            ("https://a.example/v1.1?y=1", "https://a.example/v1.1", "v1.1"),
            ("https://a.example/beta", "https://a.example/beta", "beta"),
            ("https://a.example/visits/v1", "https://a.example", "1"),
            ("https://a.example/v1x", "https://a.example", "1"),
        ],
    )
    def test_server_has_any_version(self, url: str, server: str, version: str) -> None:
        sent = ExampleRequest(method="GET", url=url)
        found = document(operation("x", "read", "GET /x", examples=(example(sent),)))
        assert found["servers"] == [{"url": server}]
        assert found["info"]["version"] == version

    def test_components_have_sources(self) -> None:
        found = document()["components"]["schemas"]["a.ship"]
        assert found["x-source"] == [{"path": "resources/a.md", "line": 1}]
        assert found["properties"]["flag"]["x-source"] == [
            {"path": "resources/a.md", "line": 7}
        ]

    def test_keys_of_components_are_unique(self) -> None:
        types = (entity("a.größe"), entity("a.gr\u00fc\u00dfe"))
        loaded = json.loads(to_openapi(schema(types)))
        assert list(loaded["components"]["schemas"]) == ["a.gr_e", "a.gr_e_2"]

    def test_the_document_may_be_replaced(self) -> None:
        assert is_exported(to_openapi(schema(FLEET)).encode())
