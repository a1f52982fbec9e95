"""Path parameters: their names, which are positional, and which URLs a type has."""

import pytest

from tests.unit.python.signatures.conftest import (
    Plans,
    api_page,
    resource_page,
    shown,
)

FORMS = {
    "what every URL needs is positional": (
        ["GET /ports/{portId}/ships/{id}"],
        "get(port_id, ship_id) -> ship",
    ),
    "what selects a URL is a keyword": (
        ["GET /ships/{id}", "GET /ports/{id}/ships/{id}"],
        "get(ship_id, *, port_id=None) -> ship",
    ),
    "the own key is positional where a URL lacks it": (
        ["GET /me", "GET /ships/{id}"],
        "get(ship_id=None) -> ship",
    ),
    "the own key is not before what precedes it": (
        ["GET /ports/{id}/ships/{id}", "GET /ports/{id}/flagship"],
        "get(port_id, ship_id=None) -> ship",
    ),
    "what follows an optional own key is a keyword": (
        ["GET /me/logs/{id}", "GET /ships/{id}/logs/{id}"],
        "get(ship_id=None, *, log_id) -> ship",
    ),
    "what identifies the same is the first keyword": (
        ["GET /ports/{id}/ships/{id}", "GET /ships/byName={name}"],
        "get(ship_id=None, *, name=None, port_id=None) -> ship",
    ),
    "of two own keys the more frequent is positional": (
        [
            "GET /ship/{mainId}",
            "GET /ships/{shipId}",
            "GET /ports/{portId}/ships/{shipId}",
        ],
        "get(ship_id=None, *, main_id=None, port_id=None) -> ship",
    ),
    "a plural before Id": (["GET /ships/{shipsId}"], "get(ship_id) -> ship"),
    "a name says its collection": (
        ["GET /ports/{name}/ships/{id}"],
        "get(port_name, ship_id) -> ship",
    ),
    "alternatives": (["GET /ships/{id | name}"], "get(ship_id) -> ship"),
    "alternatives in one word": (["GET /ships/{idOrName}"], "get(ship_id) -> ship"),
    "a repeated placeholder": (
        ["GET /ports/{id}/ports/{id}/ships/{id}"],
        "get(port_id, port_id_2, ship_id) -> ship",
    ),
    "a GUID": (
        ["GET /ships/11111111-2222-3333-4444-555555555555"],
        "get(ship_id) -> ship",
    ),
    "a host": (["GET /ships/a.example.com/bell"], "get(ship_id) -> ship"),
    "a path": (["GET /ships/root:/{item-path}:/bell"], "get(item_path) -> ship"),
    "a keyword": (["GET /ships/{class}"], "get(class_) -> ship"),
    "a parameter of every call": (["GET /ships/{timeout}"], "get(timeout_) -> ship"),
}


@pytest.mark.parametrize(("requests", "expected"), FORMS.values(), ids=FORMS)
def test_placeholders_are_parameters(
    requests: list[str], expected: str, plans: Plans
) -> None:
    pages = {"ship-get": api_page(requests, "ship")}
    assert [shown(one) for one in plans({"Get ship": "ship-get"}, pages)] == [expected]


ARGUMENTS = {
    "of a function are required keywords": (
        ["GET /ships/near(place='{place}',range={range})"],
        "near(*, place, range) -> ship",
    ),
    "of a query are required keywords": (
        ["GET /ships/{id}/near?startDateTime={start}&kind=3"],
        "near(ship_id, *, start_date_time) -> ship",
    ),
    "in an expression of a query": (
        ["GET /ships?$filter=id eq '{value}'"],
        "near(*, value) -> ship",
    ),
    "in which URLs differ select one": (
        ["GET /ships/near(place='{a}')", "GET /ships/near(date={b})"],
        "near(*, place=None, date=None) -> ship",
    ),
}


@pytest.mark.parametrize(("requests", "expected"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_arguments(requests: list[str], expected: str, plans: Plans) -> None:
    pages = {"ship-near": api_page(requests, "ship")}
    assert [shown(one) for one in plans({"near": "ship-near"}, pages)] == [expected]


def test_arguments_that_a_url_leaves_out_are_added(plans: Plans) -> None:
    table = (
        "## Function parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
        "|place|String|The place.|\n|size|Int32|The size.|\n\n"
    )
    pages = {
        "ship-near": api_page(["GET /ships/near"], "ship", table, "ship: near"),
    }
    (near,) = plans({"near": "ship-near"}, pages)
    assert shown(near) == "near(*, place, size) -> ship"
    assert [one.path for one in near.requests] == [
        "/ships/near(place='{place}',size={size})"
    ]


LEFT_OUT = {
    "an argument behind one in the URL": (
        "GET /ships/{id}/hold(deck={deck})/crate",
        "|row|Int32|The row.|\n",
        "get(ship_id, *, deck, row) -> ship",
        ["/ships/{ship_id}/hold(deck={deck})/crate(row={row})"],
    ),
    "an optional argument": (
        "GET /ships/{id}/crate",
        "|row|Int32|The row. Optional.|\n",
        "get(ship_id, *, row=None) -> ship",
        ["/ships/{ship_id}/crate", "/ships/{ship_id}/crate(row={row})"],
    ),
    "an optional argument and a required one": (
        "GET /ships/{id}/crate",
        "|row|Int32|The row.|\n|side|String|The side. Optional.|\n",
        "get(ship_id, *, row, side=None) -> ship",
        [
            "/ships/{ship_id}/crate(row={row})",
            "/ships/{ship_id}/crate(row={row},side='{side}')",
        ],
    ),
    "none behind a call with arguments": (
        "GET /ships/{id}/crate(row={row})",
        "|line|Int32|The line.|\n",
        "get(ship_id, *, row) -> ship",
        ["/ships/{ship_id}/crate(row={row})"],
    ),
}


@pytest.mark.parametrize(
    ("request_line", "rows", "expected", "paths"), LEFT_OUT.values(), ids=LEFT_OUT
)
def test_arguments_that_urls_leave_out(
    plans: Plans, request_line: str, rows: str, expected: str, paths: list[str]
) -> None:
    table = "## Function parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n"
    page = api_page([request_line], "ship", table + rows)
    (found,) = plans({"Get": "ship-get"}, {"ship-get": page})
    assert shown(found) == expected
    assert [one.path for one in found.requests] == paths
    assert found.documented == (request_line,)


def test_the_ids_of_a_collection_have_one_name(plans: Plans) -> None:
    pages = {
        "ship-get": api_page(["GET /boats/{ship-id}"], "ship"),
        "ship-sink": api_page(["POST /boats/{id}/sink"]),
        "ship-sail": api_page(["POST /boats/{boatId}/sail"]),
    }
    rows = {"Get": "ship-get", "sink": "ship-sink", "sail": "ship-sail"}
    names = [one.parameters[0].name for one in plans(rows, pages)]
    assert names == ["ship_id"] * 3


NAMES = {
    "the most frequent": (["{aId}", "{bowId}", "{bowId}"], "bow_id"),
    "the shortest of the most frequent": (["{anchorId}", "{bowId}"], "bow_id"),
    "the first in the alphabet": (["{hullId}", "{bowsId}"], "bows_id"),
}


@pytest.mark.parametrize(("placeholders", "expected"), NAMES.values(), ids=NAMES)
def test_a_collection_with_several_names_has_the_best(
    placeholders: list[str], expected: str, plans: Plans
) -> None:
    pages = {
        f"ship-{number}": api_page([f"POST /boats/{one}/do{number}"])
        for number, one in enumerate(placeholders)
    }
    found = plans({f"do {one}": one for one in pages}, pages)
    assert {one.parameters[0].name for one in found} == {expected}


def test_a_word_is_spelt_with_its_capitals(plans: Plans) -> None:
    pages = {
        "ship-get": api_page(["GET /shipgroups/{id}/ships/{id}"], "ship"),
        "ship-sink": api_page(["POST /shipGroups/{id}/ships/{id}/sink"]),
    }
    get, _ = plans({"Get": "ship-get", "sink": "ship-sink"}, pages)
    assert shown(get) == "get(ship_group_id, ship_id) -> ship"


def test_a_word_is_spelt_as_the_property_of_its_name(plans: Plans) -> None:
    pages = {"ship-get": api_page(["GET /ships/{id}/mainmast", "GET /ships/{id}/bow"])}
    harbour = resource_page("harbour", {}) + "|mainMast|String|The mast.|\n"
    (get,) = plans({"Get": "ship-get"}, pages, harbour=harbour)
    assert shown(get) == "get(ship_id, *, at: mainMast|bow) -> None"


def test_a_type_has_its_own_urls_of_a_shared_page(plans: Plans) -> None:
    requests = ["POST /tugs/{id}/repair", "POST /ships/{id}/repair"]
    tug = resource_page("tug", {"repair": "tug-repair"})
    pages = {"tug-repair": api_page(requests)}
    rows = {"repair": "tug-repair"}
    assert [shown(one) for one in plans(rows, pages, tug=tug)] == [
        "repair(ship_id) -> None"
    ]


def test_the_type_of_a_shared_page_keeps_all_urls(plans: Plans) -> None:
    requests = ["POST /tugs/{id}/repair", "POST /ships/{id}/repair"]
    tug = resource_page("tug", {"repair": "ship-repair"})
    pages = {"ship-repair": api_page(requests)}
    rows = {"repair": "ship-repair"}
    assert [shown(one) for one in plans(rows, pages, tug=tug)] == [
        "repair(ship_id=None, *, tug_id=None) -> None"
    ]


OVERLOADS = {
    "the own key or another": (
        ["GET /ships/{id}", "GET /ships/byName={name}"],
        (("ship_id",), ("name",)),
    ),
    "different arguments": (
        ["GET /ships/near(a='{a}')", "GET /ships/near(b='{b}')"],
        (("a",), ("b",)),
    ),
    "an optional parameter": (["GET /me", "GET /ships/{id}"], ()),
    "only the place differs": (
        ["GET /docks/{id}/flagship", "GET /ports/{id}/flagship"],
        (),
    ),
    "a place that is independent of the arguments": (
        [
            f"GET {place}/near({one}='{{{one}}}')"
            for place in ("/ships", "/docks/{id}/ships", "/ports/{id}/ships")
            for one in "ab"
        ],
        (("a",), ("b",)),
    ),
    "arguments beside other sets of parameters": (
        [
            f"GET {place}/deck{end}"
            for place in ("/docks/{id}", "/docks/root:/{path}:")
            for end in ("s/{deckId}", "(a='{a}')", "/{x}/hatches/{y}")
        ],
        (("deck_id",), ("a",), ("x", "y")),
    ),
    "a place that some arguments lack": (
        [
            "GET /ships/near(a='{a}')",
            "GET /ships/near(b='{b}')",
            "GET /docks/{id}/ships/near(a='{a}')",
        ],
        (),
    ),
    "places that depend on each other": (
        [
            "GET /docks/{x}/ships/near(a='{a}')",
            "GET /ports/{y}/ships/near(a='{a}')",
            "GET /ships/near(b='{b}')",
            "GET /docks/{x}/ports/{y}/ships/near(b='{b}')",
        ],
        (),
    ),
    "more sets than a reader compares": (
        [f"GET /ships/near({one}='{{{one}}}')" for one in "abcde"],
        (),
    ),
}


@pytest.mark.parametrize(("requests", "expected"), OVERLOADS.values(), ids=OVERLOADS)
def test_overloads(
    requests: list[str], expected: tuple[tuple[str, ...], ...], plans: Plans
) -> None:
    pages = {"ship-get": api_page(requests, "ship")}
    (get,) = plans({"Get": "ship-get"}, pages)
    assert get.overloads == expected
