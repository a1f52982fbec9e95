"""Actions and functions in CSDL: what is bound to which type, parameters and overloads."""

from collections.abc import Callable

import pytest
from csdl_reader import Call, read_calls, read_document
from documented import entity, operation, parameter, row, schema

from docgen.diagnostics import Result
from docgen.export import to_csdl
from docgen.schema.model import ApiOperation, OperationKind, Schema, Type

Resolves = Callable[[dict[str, str]], Result[Schema]]

FLEET = (
    entity("a.ship", row("crew", "a.sailor*"), row("captain", "a.sailor")),
    entity("a.sailor"),
    entity("a.cook", row("pots", "a.pot*"), base="a.sailor"),
    entity("a.pot"),
    entity("a.user", row("ships", "a.ship*")),
)

PAGE = """# ship: sail

## HTTP request

```http
POST /ships/{id}/sail
```

## Request body

Provide a JSON object with the following parameters.

|Parameter|Type|Description|
|---|---|---|
|speed|Int32|The speed. Required.|
|colour|String|The colour.|

## Response

If successful, this action returns `200 OK` and a [ship](../resources/ship.md) object.
"""
SHIP = """# ship resource type

Namespace: harbour

## Methods

|Method|Return type|Description|
|---|---|---|
|[Sail](../api/ship-sail.md)|[ship](ship.md)|Sails away.|

## Properties

|Property|Type|Description|
|---|---|---|
|id|String|The key.|

<!-- {"blockType": "resource", "@odata.type": "harbour.ship", "keyProperty": "id"} -->
"""
ACTION = """\
      <Action Name="sail" IsBound="true">
        <Annotation Term="Org.OData.Core.V1.Description" String="Sails away." />
        <Parameter Name="bindingParameter" Type="harbour.ship" Nullable="false" />
        <Parameter Name="speed" Type="Edm.Int32" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.Description" String="The speed. Required." />
        </Parameter>
        <Parameter Name="colour" Type="Edm.String">
          <Annotation Term="Org.OData.Core.V1.Description" String="The colour." />
        </Parameter>
        <ReturnType Type="harbour.ship" />
      </Action>
"""


def calls(*operations: ApiOperation, types: tuple[Type, ...] = FLEET) -> list[Call]:
    return [*read_calls(to_csdl(schema(types, *operations)))]


def notes(*operations: ApiOperation, types: tuple[Type, ...] = FLEET) -> list[str]:
    """Return what the document mentions about operations that it does not declare."""
    text = to_csdl(schema(types, *operations))
    found = read_document(text)
    assert found.calls == ()
    assert set(found.types) == {one.name for one in types}
    return [
        line.split("`")[1]
        for line in text.replace("&#10;", "\n").splitlines()
        if line.rstrip('" />').endswith("is an operation too.")
    ]


def test_an_action_of_a_page(resolves: Resolves) -> None:
    found = resolves({"resources/ship.md": SHIP, "api/ship-sail.md": PAGE}).value
    assert ACTION in to_csdl(found)


class TestBinding:
    @pytest.mark.parametrize(
        ("path", "bound"),
        [
            ("/ships/{id}/sail", "a.ship"),
            ("/ships/sail", "a.ship*"),
            ("/me/ships/{id}/sail", "a.ship"),
            ("/ships('{id}')/sail", "a.ship"),
            ("/ships/{id}/crew/{id}/sail", "a.sailor"),
            ("/ships/{id}/crew/sail", "a.sailor*"),
            ("/ships/{id}/captain/sail", "a.sailor"),
            ("/ships/{id}/crew/{id}/pots/sail", "a.pot*"),
            ("/ships/{id}/captain/a.cook/sail", "a.cook"),
            ("/ships/{id}/crew/a.cook/sail", "a.cook*"),
            ("/SHIPS/{id}/CREW/sail", "a.sailor*"),
            ("/unknown/words/{id}/sail", "a.ship"),
            ("/unknown/words/sail", "a.ship*"),
            ("/unknown/word/sail", "a.ship"),
            ("/sail", "a.ship"),
            (
                "https://example.com/v1.0/users/<id>/ships/<id>/a.b.sail?$top=1",
                "a.ship",
            ),
        ],
    )
    def test_the_path_decides(self, path: str, bound: str) -> None:
        (call,) = calls(operation("sail", "action", f"POST {path}"))
        is_many = bound.endswith("*")
        name = bound.removesuffix("*")
        assert call.bound == (f"Collection({name})" if is_many else name)
        assert call.name == f"{name.rpartition('.')[0]}.sail"

    def test_the_path_may_lead_through_a_documented_function(self) -> None:
        bound = [
            call.bound
            for call in calls(
                operation(
                    "mate",
                    "function",
                    "GET /ships/{id}/mate(rank=1)",
                    returns="a.sailor",
                ),
                operation("rest", "action", "POST /ships/{id}/mate(rank=1)/rest"),
            )
        ]
        assert bound == ["a.ship", "a.sailor"]

    def test_urls_of_several_types_are_overloads(self) -> None:
        lines = (
            "POST /ships/{id}/wash\nPOST /sailors/{id}/wash\nPOST /me/ships/{id}/wash"
        )
        bound = [call.bound for call in calls(operation("wash", "action", lines))]
        assert bound == ["a.sailor", "a.ship"]

    @pytest.mark.parametrize(
        ("kind", "line", "owner"),
        [
            ("action", "POST /unknown/{id}/sail", None),
            ("action", "POST /unknown/{id}/sail", "b.nobody"),
            ("action", "POST /ships/{id}/set-sail", "a.ship"),
            ("function", "GET /ships/{id}/pot", "a.ship"),
        ],
        ids=["no type", "an undeclared type", "no identifier", "the name of a type"],
    )
    def test_what_csdl_does_not_allow_is_mentioned(
        self, kind: OperationKind, line: str, owner: str | None
    ) -> None:
        one = operation("sail", kind, line, owner=owner)
        assert notes(one) == [line]

    @pytest.mark.parametrize(
        "line",
        ["POST /ships/{id}/crew", "POST /ships/{id}", "POST /ships/{id}/pots('{id}')"],
        ids=["a property", "a placeholder", "a key"],
    )
    def test_a_url_that_ends_in_no_operation_is_none(self, line: str) -> None:
        assert calls(operation("sail", "action", line)) == []

    def test_an_action_is_not_named_like_a_function(self) -> None:
        first = operation("sail", "function", "GET /ships/{id}/sail", returns="a.ship")
        second = operation("sail", "action", "POST /ships/sail", page="api/b.md")
        assert [call.kind for call in calls(first, second)] == ["function"]
        assert "`POST /ships/sail` is an operation too." in to_csdl(
            schema(FLEET, first, second)
        )

    @pytest.mark.parametrize(
        "kind", ["read", "create", "update", "delete", "reference", "content"]
    )
    def test_other_operations_are_not_exported(self, kind: OperationKind) -> None:
        one = operation("sail", kind, "GET /ships/{id}/log", returns="a.ship")
        assert calls(one) == []


class TestParameters:
    def test_members_of_the_body_are_parameters_of_an_action(self) -> None:
        (call,) = calls(
            operation(
                "sail",
                "action",
                "POST /ships/{ship-id}/sail",
                parameter("ship-id", place="path"),
                parameter("speed", "Edm.Decimal", required=True),
                parameter("crew", "a.sailor*", description="The crew."),
                parameter("weather", None),
                parameter("log", "Edm.Stream"),
                parameter("port", "b.port"),
                parameter("If-Match", place="header"),
            )
        )
        assert call.given == {
            "speed": "Edm.Decimal",
            "crew": "Collection(a.sailor)",
            "weather": "Edm.Untyped",
            "log": "Edm.Untyped",
            "port": "b.port",
        }
        assert [one.nullable for one in call.parameters] == [
            "false",
            "false",
            *4 * [None],
        ]
        assert call.parameters[2].description == "The crew."

    def test_a_parameter_that_is_no_identifier_is_mentioned(self) -> None:
        one = parameter("deck colour", description="The colour.")
        (call,) = calls(operation("sail", "action", "POST /ships/{id}/sail", one))
        assert (call.given, call.note) == (
            {},
            "Has the parameter `deck colour` too: The colour.",
        )

    def test_a_typed_body_is_mentioned(self) -> None:
        (call,) = calls(
            operation("sail", "action", "POST /ships/{id}/sail", body="a.pot")
        )
        assert (call.given, call.note) == ({}, "Sends `a.pot`.")

    def test_the_binding_parameter_has_a_name_of_its_own(self) -> None:
        one = parameter("bindingParameter")
        (call,) = calls(operation("sail", "action", "POST /ships/{id}/sail", one))
        assert [each.name for each in call.parameters] == [
            "bindingParameter_",
            "bindingParameter",
        ]

    def test_pages_about_one_action_are_united(self) -> None:
        (call,) = calls(
            operation("sail", "action", "POST /ships/{id}/sail", parameter("a")),
            operation(
                "sail",
                "action",
                "POST /me/ships/{id}/sail",
                parameter("a", "Edm.Int32"),
                parameter("b"),
                page="api/b.md",
            ),
        )
        assert call.given == {"a": "Edm.String", "b": "Edm.String"}


class TestFunctions:
    def test_each_url_has_its_arguments_and_those_in_no_url(self) -> None:
        lines = "GET /ships/find(port='x')\nGET /ships/find(date={date})"
        found = calls(
            operation(
                "find",
                "function",
                lines,
                parameter("port", place="function"),
                parameter("date", "Edm.Date", place="function"),
                parameter("flag", "Edm.Int32", place="function"),
                parameter("$select", None, place="query"),
                returns="a.ship*",
            )
        )
        assert [call.given for call in found] == [
            {"port": "Edm.String", "flag": "Edm.Int32"},
            {"date": "Edm.Date", "flag": "Edm.Int32"},
        ]
        assert {call.returns for call in found} == {"Collection(a.ship)"}

    def test_overloads_with_the_same_types_are_mentioned(self) -> None:
        lines = "GET /ships/find(port='x')\nGET /ships/find(date='y')"
        (call,) = calls(
            operation(
                "find",
                "function",
                lines,
                parameter("port", place="function"),
                parameter("date", place="function"),
                returns="a.ship*",
            )
        )
        assert call.given == {"port": "Edm.String"}
        assert call.note == "May be called with `date` too."

    def test_overloads_that_return_another_type_are_mentioned(self) -> None:
        (call,) = calls(
            operation("find", "function", "GET /ships/find", returns="a.ship"),
            operation(
                "find",
                "function",
                "GET /ships/find(n=1)",
                parameter("n", "Edm.Int32", place="function"),
                returns="a.pot",
                page="api/b.md",
            ),
        )
        assert (call.returns, call.note) == ("a.ship", "May be called with `n` too.")

    @pytest.mark.parametrize(
        ("returns", "expected"),
        [
            (None, "Edm.Untyped"),
            ("Edm.Stream", "Edm.Stream"),
            ("Edm.Stream*", "Collection(Edm.Untyped)"),
            ("System.x", "Edm.Untyped"),
            ("b.port", "b.port"),
        ],
    )
    def test_a_function_returns_a_type_that_resolves(
        self, returns: str | None, expected: str
    ) -> None:
        (call,) = calls(operation("f", "function", "GET /ships/f", returns=returns))
        assert call.returns == expected
