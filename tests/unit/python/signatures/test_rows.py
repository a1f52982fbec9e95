"""What rows of a methods table and API pages say about the same operation."""

import pytest

from tests.unit.python.signatures.conftest import Plans, api_page, resource_page, shown

REQUESTS = ["GET /ships/{id}", "GET /ships/own"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Get own ship", "Get ship", "Get ship of a tug"], "get"),
        (["Get ship", "Get own ship"], "get"),
        (["Get own ship", "Get ship of a tug"], "get_own"),
    ],
)
def test_operation_of_several_rows_is_named_as_its_page(
    plans: Plans, rows: list[str], expected: str
) -> None:
    page = api_page(REQUESTS, "ship")
    found = plans(dict.fromkeys(rows, "ship-get"), {"ship-get": page})
    assert [one.name for one in found] == [expected]


DESCRIBED = api_page(
    ["POST /ships/{id}/sail"], title="Sail ship\n\nLeave the harbour.\n\nSlowly."
)


def test_operation_without_a_row_has_the_summary_of_its_page(plans: Plans) -> None:
    (found,) = plans({}, {"ship-sail": DESCRIBED})
    assert found.description == "Leave the harbour."


def test_row_describes_the_operation(plans: Plans) -> None:
    (found,) = plans({"Sail ship": "ship-sail"}, {"ship-sail": DESCRIBED})
    assert found.description == "Do it."


def test_row_without_a_description_has_the_summary_of_its_page(plans: Plans) -> None:
    text = resource_page("tug", {"Sail tug": "tug-sail"}).replace("Do it.", " ")
    page = {"tug-sail": DESCRIBED.replace("/ships", "/tugs")}
    (found,) = plans({}, page, name="tug", tug=text)
    assert found.description == "Leave the harbour."


FORM = """## Examples

### Request

```http
POST {url}
Content-Type: application/x-www-form-urlencoded

speed=1
```
"""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/ships/1/sail", "sail(ship_id, *, content=None) -> None"),
        ("https://b.example/form", "sail(ship_id) -> None"),
    ],
)
def test_content_is_what_examples_send_to_a_url_of_the_operation(
    plans: Plans, url: str, expected: str
) -> None:
    page = api_page(["POST /ships/{id}/sail"], more=FORM.format(url=url))
    (found,) = plans({"Sail ship": "ship-sail"}, {"ship-sail": page})
    assert shown(found) == expected


PARTS = api_page(
    ["PATCH /ships/{id}", "PATCH /fleets/{id}/ships/{id}", "PATCH /fleets/{id}"]
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fleet", "add_flag(fleet_id, body) -> None"),
        ("ship", "add_flag(ship_id, body, *, fleet_id=None) -> None"),
    ],
)
def test_shared_page_has_the_urls_that_lead_to_the_type(
    plans: Plans, name: str, expected: str
) -> None:
    rows = {"Add flag": "flag-post"}
    others = {
        one: resource_page(one, rows)
        for one in ("fleet", "flag", "ship")
        if one != name
    }
    (found,) = plans(rows, {"flag-post": PARTS}, name, **others)
    assert shown(found) == expected


LISTED = "ship-list-with-flags"


@pytest.mark.parametrize(
    ("name", "base"),
    [("ferry", "ship"), ("tug", "ferry")],
    ids=["base", "base of base"],
)
def test_shared_url_of_a_derived_type_returns_the_base(
    plans: Plans, name: str, base: str
) -> None:
    page = api_page(["GET /ships"], "ships")
    label = "List {}s with flags"
    others = {"vessel": resource_page("vessel", {})}
    others["ship"] = resource_page("ship", {label.format("ship"): LISTED}, "vessel")
    if base == "ferry":
        others["ferry"] = resource_page(base, {label.format(base): LISTED}, "ship")
    rows = {label.format(name): f"{LISTED} {name} collection"}
    others[name] = resource_page(name, rows, base)
    (found,) = plans({}, {LISTED: page}, name, **others)
    assert shown(found) == "list_with_flags() -> Pages[ship]"


def test_shared_page_keeps_urls_of_what_a_type_has(plans: Plans) -> None:
    rows = {"Get note": "note-get"}
    urls = ["GET /ships/{id}/notes/{id}", "GET /docks/{id}/notes/{id}"]
    others = {one: resource_page(one, rows) for one in ("dock", "note")}
    (found,) = plans(rows, {"note-get": api_page(urls)}, "ship", **others)
    assert shown(found) == "get_note(ship_id, note_id) -> None"


def test_shared_url_of_something_else_returns_its_type(plans: Plans) -> None:
    label = "List {} history"
    rows = {label.format("tug"): f"{LISTED} tug collection"}
    others = {
        "vessel": resource_page("vessel", {}),
        "ship": resource_page("ship", {label.format("ship"): LISTED}, "vessel"),
        "tug": resource_page("tug", rows, "ship"),
    }
    page = api_page(["GET /ships/{id}/history"], "ships")
    (found,) = plans({}, {LISTED: page}, "tug", **others)
    assert shown(found) == "list_history(ship_id) -> Pages[tug]"


@pytest.mark.parametrize(
    ("requests", "rows", "expected"),
    [
        (["POST /ships/{id}/openLog"], {}, "open_log"),
        (["POST /ships/{id}/openLog", "POST /ships/own/openLog"], {}, "open_log"),
        (["POST /ships/{id}/openLog", "POST /ships/{id}/openBay"], {}, "write_in_book"),
        (["POST /ships/{id}/open"], {}, "write_in_book"),
        (["GET /ships/{id}/openLogs"], {}, "write_in_book"),
        (["POST /ships/{id}/openLog"], {"Write": "ship-log"}, "write"),
    ],
)
def test_action_without_a_row_is_named_by_its_url(
    plans: Plans, requests: list[str], rows: dict[str, str], expected: str
) -> None:
    page = api_page(requests, title="Write in a book")
    (found,) = plans(rows, {"ship-log": page})
    assert found.name == expected
