"""From operations to the views of protocols."""

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
    def make(**returns: str | None) -> OperationsView:
        team = structured("m.g.team", returns=returns)
        return operations_view(team, layout(team)).value

    return make


def only(view: OperationsView) -> OperationView:
    (operation,) = view.operations
    return operation


RETURNS = {
    "a type": ("m.g.team", "Team"),
    "a collection": ("Collection(m.g.team)", "list[Team]"),
    "nothing": (None, "None"),
    "what is not a type": ("Edm.Untyped", "Any"),
    "a type that no page declares": ("m.g.missing", "Any"),
}


@pytest.mark.parametrize(("text", "returns"), RETURNS.values(), ids=RETURNS.keys())
def test_an_operation_returns(
    text: str | None, returns: str, lowered: Callable[..., OperationsView]
) -> None:
    assert only(lowered(get_team=text)).returns == returns


BODIES = {
    "create": ("create_team", "Team"),
    "update": ("update_team", "Team"),
    "add": ("add_team", "Team"),
    "get": ("get_team", ""),
    "a word that only begins alike": ("address_team", ""),
}


@pytest.mark.parametrize(("name", "body"), BODIES.values(), ids=BODIES.keys())
def test_an_operation_takes_a_body(
    name: str, body: str, lowered: Callable[..., OperationsView]
) -> None:
    assert only(lowered(**{name: None})).body == body


WORDS = {
    "are kept": ("A link", "Returns: A link."),
    "are what is sent, if they are a request": ("GET /link", "Sends GET /link."),
}


@pytest.mark.parametrize(("words", "said"), WORDS.values(), ids=WORDS.keys())
def test_words_that_are_no_type(
    words: str, said: str, structured: Makes, layout: Callable[..., Layout]
) -> None:
    team = structured("m.g.team", returns={"get_link": "Edm.Untyped"})
    (operation,) = team.operations
    reported = replace(team, operations=(replace(operation, returns_text=words),))
    assert said in only(operations_view(reported, layout(reported)).value).docstring


def test_an_operation_called_list_gets_a_suffix(
    lowered: Callable[..., OperationsView],
) -> None:
    assert only(lowered(list=None)).name == "list_"


def test_types_are_imported_for_checkers_alone(
    lowered: Callable[..., OperationsView],
) -> None:
    view = lowered(get_team="m.g.team")
    assert view.imports.for_checkers.package == ("from graph.models.team import Team",)
    assert view.imports.at_run_time.library == (
        "from typing import TYPE_CHECKING, Protocol",
    )
