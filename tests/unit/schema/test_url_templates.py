"""The parameters that a URL has, and their names."""

import pytest

from docgen.schema.url_templates import is_incomplete, singular_word, template

PLACEHOLDERS = {
    "named by the segment before": ("/ships/{id}", ("shipId",)),
    "its own name": ("/ships/{ship-id}/logs/{logId}", ("ship-id", "logId")),
    "alternatives": ("/users/{id | userPrincipalName}", ("userId",)),
    "spaces": ("/ships/{port name}", ("portName",)),
    "angle brackets": ("/ships/<id>", ("shipId",)),
    "undefined": ("/ships/{undefined}/logs/{undefined}", ("shipId", "logId")),
    "twice": ("/ships/{id}/tugs/{id}", ("shipId", "tugId")),
    "one name twice": ("/ships/{tugId}/tugs/{tugId}", ("shipId", "tugId")),
    "one name and segment twice": (
        "/ships/{shipId}/ships/{shipId}",
        ("shipId", "shipId2"),
    ),
    "a path": ("/ships/root:/{item-path}:/log", ("item-path",)),
    "quoted": ("/keys/'{id}'", ("keyId",)),
    "a value": ("/ships/11111111-2222-3333-4444-555555555555", ("shipId",)),
    "a word": ("/ships/(ship-id)/logs/id", ("shipId", "logId")),
    "a key in parentheses": ("/ships('{id}')/logs", ("shipId",)),
    "host and version": ("https://a.b/v1.0/ships/{id}", ("shipId",)),
    "in a query": ("/ships?name={name}", ()),
    "none": ("/me/ships", ()),
}


@pytest.mark.parametrize(("path", "expected"), PLACEHOLDERS.values(), ids=PLACEHOLDERS)
def test_placeholders_have_names_of_their_own(
    path: str, expected: tuple[str, ...]
) -> None:
    assert template(path).placeholders == expected


ARGUMENTS = {
    "quoted": ("/f(a='{a}')", [("a", "Edm.String")]),
    "not quoted": ("/f(a={a})", [("a", "Edm.String")]),
    "a number": ("/f(a=3)", [("a", "Edm.Int32")]),
    "a boolean": ("/f(a=true)", [("a", "Edm.Boolean")]),
    "several": ("/f(a='x, y',b={b})", [("a", "Edm.String"), ("b", "Edm.String")]),
    "not closed": ("/f(a='<a>'/g", [("a", "Edm.String")]),
    "none": ("/f()", []),
}


@pytest.mark.parametrize(("path", "expected"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_arguments_have_names_and_types(
    path: str, expected: list[tuple[str, str]]
) -> None:
    found = template(path).arguments
    assert [(one.name, one.type) for one in found] == expected


QUERIES = {
    "placeholder": ("/a?from={x}", (("from", True),)),
    "fixed text": ("/a?$filter=b eq 'c'&d=1", (("$filter", False), ("d", False))),
    "in an argument": ("/a(q='x?y')", ()),
}


@pytest.mark.parametrize(("path", "expected"), QUERIES.values(), ids=QUERIES)
def test_names_in_the_query_are_parameters(
    path: str, expected: tuple[tuple[str, bool], ...]
) -> None:
    assert template(path).query == expected


ENDS = {
    "word": ("/ships/{id}/log", "log", False, False),
    "placeholder": ("/ships/{id}", "ships", True, False),
    "call": ("/ships/near(a={a})", "near", False, True),
    "qualified": ("/ships/harbour.sail", "sail", False, False),
    "reference": ("/ships/{id}/tugs/$ref", "$ref", False, False),
}


@pytest.mark.parametrize(
    ("path", "last", "is_placeholder", "is_call"), ENDS.values(), ids=ENDS
)
def test_the_end_of_a_url_is_known(
    path: str, last: str, is_placeholder: bool, is_call: bool
) -> None:
    found = template(path)
    ends = (found.last, found.ends_in_placeholder, found.ends_in_call)
    assert ends == (last, is_placeholder, is_call)


SINGULARS = {
    "termsAndConditions": "termsAndConditions",
    "deviceAndAppAssignments": "deviceAndAppAssignment",
    "ships": "ship",
    "classes": "class",
    "axes": "axis",
    "valueAxes": "valueAxis",
    "policies": "policy",
    "addresses": "address",
    "statuses": "status",
    "boxes": "box",
    "series": "series",
    "bus": "bus",
    "ship": "ship",
}


@pytest.mark.parametrize(("plural", "singular"), SINGULARS.items(), ids=SINGULARS)
def test_segments_have_a_singular(plural: str, singular: str) -> None:
    assert singular_word(plural) == singular


@pytest.mark.parametrize("path", ["/a/.../b", "/a/\u2026/b", "/a/** not found"])
def test_a_url_with_dots_is_incomplete(path: str) -> None:
    assert is_incomplete(path)


def test_a_path_between_colons_is_complete() -> None:
    assert not is_incomplete("/a/root:/{path}:/b")
