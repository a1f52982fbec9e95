"""The views of protocols."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from docgen.python.layout import Layout
from docgen.python.operations import operations_view
from docgen.python.views import OperationsView, OperationView
from docgen.schema.model import StructuredType

Makes = Callable[..., StructuredType]


@pytest.fixture
def lowered(
    structured: Makes, layout: Callable[..., Layout]
) -> Callable[..., OperationsView]:
    def lower(**returns: str | None) -> OperationsView:
        team = structured("m.g.team", returns=returns)
        return operations_view(team, layout(team)).value

    return lower


def only(view: OperationsView) -> OperationView:
    (operation,) = view.operations
    return operation


RETURNS = {
    "a type": ("m.g.team", "Team"),
    "a collection": ("Collection(m.g.team)", "list[Team]"),
    "no result": (None, "None"),
    "any JSON": ("Edm.Untyped", "Any"),
    "an undeclared type": ("m.g.missing", "Any"),
}


@pytest.mark.parametrize(("type_", "returns"), RETURNS.values(), ids=RETURNS.keys())
def test_annotation_of_the_result(
    type_: str | None, returns: str, lowered: Callable[..., OperationsView]
) -> None:
    assert only(lowered(get_team=type_)).returns == returns


BODIES = {
    "create": ("create_team", "Team"),
    "update": ("update_team", "Team"),
    "add": ("add_team", "Team"),
    "get": ("get_team", ""),
    "a word with the same start": ("address_team", ""),
}


@pytest.mark.parametrize(("name", "body"), BODIES.values(), ids=BODIES.keys())
def test_annotation_of_the_body(
    name: str, body: str, lowered: Callable[..., OperationsView]
) -> None:
    assert only(lowered(**{name: None})).body == body


CREATED = {
    "a type": ("m.g.deck", "Deck"),
    "a collection": ("Collection(m.g.deck)", "Deck"),
    "an undeclared type": ("m.g.missing", "Team"),
    "a primitive": ("Edm.String", "Team"),
    "no result": (None, "Team"),
}


@pytest.mark.parametrize(("type_", "body"), CREATED.values(), ids=CREATED.keys())
def test_what_is_created_is_the_body(
    type_: str | None, body: str, structured: Makes, layout: Callable[..., Layout]
) -> None:
    team = structured("m.g.team", returns={"create_deck": type_, "update": "m.g.deck"})
    view = operations_view(team, layout(team, structured("m.g.deck"))).value
    assert [operation.body for operation in view.operations] == [body, "Team"]


RETURNS_TEXTS = {
    "a description": ("A link", "Returns: A link."),
    "a request": ("GET /link", "Sends GET /link."),
}


@pytest.mark.parametrize(
    ("returns_text", "expected"), RETURNS_TEXTS.values(), ids=RETURNS_TEXTS.keys()
)
def test_result_that_is_not_a_type_is_described(
    returns_text: str, expected: str, structured: Makes, layout: Callable[..., Layout]
) -> None:
    team = structured("m.g.team", returns={"get_link": "Edm.Untyped"})
    (operation,) = team.operations
    operation = replace(operation, returns_text=returns_text)
    team = replace(team, operations=(operation,))
    view = operations_view(team, layout(team)).value
    assert expected in only(view).docstring


def test_operation_named_list_gets_an_underscore(
    lowered: Callable[..., OperationsView],
) -> None:
    assert only(lowered(list=None)).name == "list_"


def test_types_are_imported_for_type_checkers_only(
    lowered: Callable[..., OperationsView],
) -> None:
    view = lowered(get_team="m.g.team")
    assert view.imports.for_checkers.package == ("from graph.models.team import Team",)
    assert view.imports.at_run_time.library == (
        "from typing import TYPE_CHECKING, Protocol",
    )
