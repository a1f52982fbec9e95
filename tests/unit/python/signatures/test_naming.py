"""Unique names for the operations of a type."""

from tests.unit.python.signatures.conftest import (
    Plans,
    api_page,
    resource_page,
    shown,
)


def names(plans: Plans, rows: dict[str, str], name: str = "ship") -> list[str]:
    pages = {file: api_page([f"POST /x/{file}"]) for file in rows.values()}
    return [one.name for one in plans(rows, pages, name)]


def test_a_keyword_is_changed_and_list_is_not(plans: Plans) -> None:
    rows = {"return": "ship-return", "List ships": "ship-list"}
    assert names(plans, rows) == ["return_", "list"]


def test_the_name_goes_to_the_page_with_the_shorter_path(plans: Plans) -> None:
    rows = {"Copy the log": "ship-copy-to-port", "Copy log": "ship-copy"}
    assert names(plans, rows) == ["copy_to_port", "copy_log"]


def test_the_name_goes_to_the_page_of_the_type_itself(plans: Plans) -> None:
    rows = {"delta": "tug-delta", "Delta": "harbour-ship-delta"}
    assert names(plans, rows) == ["delta", "delta_harbour"]
    rows = {"delta": "tug-delta", "Delta": "ship-delta"}
    assert names(plans, rows) == ["delta_tug", "delta"]


def test_the_name_precedes_the_other_words_of_a_file(plans: Plans) -> None:
    rows = {"Get ship": "fleet-ship-get", "Get the ship": "fleet-harbour-ship-get"}
    assert names(plans, rows) == ["get", "get_fleet_harbour"]
    rows = {"Copy log": "ship-copy-log", "Copy the log": "fleet-old-ship-copy-log"}
    assert names(plans, rows) == ["copy_log", "copy_log_fleet_old"]


def test_a_deprecated_operation_leaves_the_name(plans: Plans) -> None:
    rows = {"Copy log (deprecated)": "ship-copy", "Copy log": "ship-copy-log"}
    assert names(plans, rows) == ["copy_log_deprecated", "copy_log"]


def test_a_short_name_is_used_if_it_is_free(plans: Plans) -> None:
    alone = {"Copy item": "driveitem-copy"}
    beside = alone | {"Copy": "driveitem-copy-all"}
    assert names(plans, alone, "driveItem") == ["copy"]
    assert names(plans, beside, "driveItem") == ["copy_item", "copy"]


def test_an_unrelated_row_changes_no_name(plans: Plans) -> None:
    rows = {"Copy the log": "ship-copy-to-port", "Copy log": "ship-copy"}
    more = {"Move log": "ship-move"} | rows
    assert names(plans, more)[1:] == names(plans, rows)


def test_pages_with_a_common_request_are_one_operation(plans: Plans) -> None:
    pages = {
        "ship-get": api_page(["GET /ships/{id}"], "ship"),
        "ship-get-more": api_page(["GET /ships/{id}", "GET /me"], "ship"),
    }
    rows = {"Get ship": "ship-get", "Get the ship": "ship-get-more"}
    (get,) = plans(rows, pages)
    assert shown(get) == "get(ship_id=None) -> ship"
    assert get.documented == ("GET /ships/{id}", "GET /me")


def test_rows_of_one_page_are_one_operation(plans: Plans) -> None:
    pages = {"ship-get": api_page(["GET /ships/{id}"], "ship")}
    rows = {"Get ship": "ship-get", "Get any ship": "ship-get"}
    assert [one.name for one in plans(rows, pages)] == ["get"]


def test_a_row_without_a_page_is_planned_by_its_table(plans: Plans) -> None:
    rows = {"Create ship": "ship-create", "Sink": "ship-sink"}
    assert [shown(one) for one in plans(rows, {})] == [
        "create(body) -> None",
        "sink() -> None",
    ]


def test_a_row_without_a_page_sends_what_it_creates(plans: Plans) -> None:
    others = {"log": resource_page("log", {})}
    rows = {
        "Add log": "ship-add-log [log](log.md)",
        "Update log": "ship-x [log](log.md)",
    }
    add, update = plans(rows, {}, **others)
    sent = [one.parameters[0].type for one in (add, update)]
    assert [one and one.name.rpartition(".")[2] for one in sent] == ["log", "ship"]


def test_a_page_in_no_methods_table_is_an_operation_of_its_type(plans: Plans) -> None:
    page = api_page(["POST /ships/{id}/sink"], title="ship: sink")
    assert [shown(one) for one in plans({}, {"ship-sink": page})] == [
        "sink(ship_id) -> None"
    ]
