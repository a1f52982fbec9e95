"""The arguments that are read from the URL of an example."""

import pytest

from docgen.python.documented.urls import url_arguments
from docgen.schema.url_matching import address

FOUND: dict[str, tuple[str, str, dict[str, str]]] = {
    "a placeholder": ("/ships/{id}", "/ships/1", {"id": "1"}),
    "a placeholder of the example": (
        "/ships/{id}",
        "/ships/{ship-id}",
        {"id": "{ship-id}"},
    ),
    "percent-encoding": ("/ships/{id}", "/ships/a%20b", {"id": "a b"}),
    "another case": ("/ships/{id}/Crew", "/Ships/1/crew", {"id": "1"}),
    "a host and a version": ("/ships", "https://a.example/v1.0/ships", {}),
    "me for users": ("/users/{id}/ships", "/me/ships", {"id": "me"}),
    "users for me": ("/me/ships", "/users/7/ships", {}),
    "users with a key for me": ("/me/ships", "/users('7')/ships", {}),
    "root for items": ("/items/{id}/holds", "/root/holds", {"id": "root"}),
    "root with a path for items": (
        "/items/{id}:/{path}:/holds",
        "/root:/a/b:/holds",
        {"id": "root", "path": "a/b"},
    ),
    "a key in parentheses": ("/ships/{id}", "/ships('AAMk=')", {"id": "AAMk="}),
    "a quote in a key": ("/ships/{id}", "/ships('a''b')", {"id": "a'b"}),
    "a key that the template has in parentheses": (
        "/ships('{id}')",
        "/ships/1",
        {"id": "1"},
    ),
    "an argument": ("/near(size={size})", "/near(size=3)", {"size": "3"}),
    "arguments in another order": (
        "/near(a='{a}',b={b})",
        "/near(B=2, a='x,y')",
        {"a": "x,y", "b": "2"},
    ),
    "empty parentheses": ("/ships/delta", "/ships/delta()", {}),
    "a namespace": ("/ships/sail", "/ships/fleet.sail", {}),
    "a type at the end": ("/ships", "/ships/fleet.tug", {}),
    "a path with slashes": (
        "/root:/{path}:/list",
        "/root:/a/b%20c/d:/list",
        {"path": "a/b c/d"},
    ),
    "a value before a colon": (
        "/sites/{host}:/{path}",
        "/sites/a:/b",
        {"host": "a", "path": "b"},
    ),
    "an option": ("/ships?from={day}", "/ships?from=2021", {"day": "2021"}),
    "a part of an option": (
        "/ships?$filter=name eq '{name}'",
        "/ships?$filter=name%20eq%20'Argo'",
        {"name": "Argo"},
    ),
}


@pytest.mark.parametrize(("template", "url", "expected"), FOUND.values(), ids=FOUND)
def test_arguments(template: str, url: str, expected: dict[str, str]) -> None:
    found = url_arguments(address(url), template)
    assert found is not None
    assert found.arguments == expected
    assert not found.is_count


NOT_FOUND = {
    "another word": ("/ships/{id}", "/boats/1"),
    "a longer URL": ("/ships/{id}", "/ships/1/crew"),
    "a shorter URL": ("/ships/{id}/crew", "/ships/1"),
    "another argument": ("/near(size={size})", "/near(length=3)"),
    "arguments that the template lacks": ("/near", "/near(size=3)"),
    "arguments that the URL lacks": ("/near(size={size})", "/near"),
    "a function is not a key": ("/range(address='{a}')", "/range/rows"),
    "a path without a colon": ("/root:/{path}", "/root/rows"),
    "an operation is not a key": ("/ships/{id}", "/ships/$value"),
    "a missing option": ("/ships?from={day}", "/ships"),
    "another fixed text": ("/ships?$filter=name eq '{x}'", "/ships?$filter=id eq 'x'"),
    "an alias": ("/me/ships/{id}", "/ships/1"),
}


@pytest.mark.parametrize(("template", "url"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_url_of_another_request(template: str, url: str) -> None:
    assert url_arguments(address(url), template) is None


@pytest.mark.parametrize(
    ("template", "url"),
    [
        ("/me/ships/{id}", "/ships/1"),
        ("/ships/{id}", "/me/ships/1"),
        ("/calendar/ships/{id}", "/ships/1"),
    ],
)
def test_alias(template: str, url: str) -> None:
    found = url_arguments(address(url), template, is_alias=True)
    assert found is not None
    assert found.arguments == {"id": "1"}


def test_other_options_keep_their_order_and_are_decoded() -> None:
    found = url_arguments(
        address("/ships?$top=2&from=1&$select=a%2Cb&x"), "/ships?from={a}"
    )
    assert found is not None
    assert found.arguments == {"a": "1"}
    assert found.query == (("$top", "2"), ("$select", "a,b"), ("x", ""))


@pytest.mark.parametrize("url", ["/ships/$count", "/ships/fleet.tug/$count"])
def test_number_of_items(url: str) -> None:
    found = url_arguments(address(url), "/ships")
    assert found is not None
    assert found.is_count


def test_documented_number_of_items_is_not_an_addition() -> None:
    found = url_arguments(address("/ships/$count"), "/ships/$count")
    assert found is not None
    assert not found.is_count


def test_long_url_takes_no_exponential_time() -> None:
    template = "/root:" + "/{a}:/x:" * 15 + "/end"
    assert url_arguments(address("/root:" + "/x:" * 38), template) is None
    assert url_arguments(address("/x" * 50), "/x" * 40) is None
