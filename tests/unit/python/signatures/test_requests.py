"""Several URLs with the same parameters: operations of their own, aliases, choices."""

import pytest

from tests.unit.python.signatures.conftest import Plans, api_page, resource_page, shown

GROUPS = {
    "$value behind another URL": (
        ["GET /ships/{id}", "GET /ships/{id}/$value"],
        ["get(ship_id) -> ship", "get_content(ship_id) -> Download"],
    ),
    "$value alone": (["GET /ships/{id}/$value"], ["get(ship_id) -> Download"]),
    "$count behind another URL": (
        ["GET /ships", "GET /ships/$count"],
        ["get() -> ship", "get_count() -> Int32"],
    ),
    "$ref behind another URL": (
        ["GET /ships/{id}/tugs", "GET /ships/{id}/tugs/$ref"],
        ["get(ship_id) -> ship", "get_refs(ship_id) -> Pages[Untyped]"],
    ),
    "PATCH and PUT": (
        ["PATCH /ships/{id}", "PUT /ships/{id}"],
        ["get(ship_id, body) -> ship"],
    ),
    "an alias with me": (
        ["GET /ships/{id}", "GET /me/ships/{id}"],
        ["get(ship_id) -> ship"],
    ),
    "an alias with calendar": (
        ["GET /me/calendar/ships", "GET /me/ships"],
        ["get() -> ship"],
    ),
    "fixed query options": (
        ["GET /ships/{id}", "GET /ships/{id}?$expand=logs"],
        ["get(ship_id, *, expand=None) -> ship"],
    ),
    "a query option with an argument of another URL": (
        ["GET /ships/{id}/logs/{logId}", "GET /ships/{id}?$expand=logs({logId},{x})"],
        ["get(ship_id, log_id, *, expand=None) -> ship"],
    ),
    "query options with placeholders": (
        ["GET /ships", "GET /ships?$filter={name} eq '{value}'"],
        ["get() -> ship"],
    ),
    "a filter by something else than the ID": (
        ["GET /ships/{id}", "GET /sea/ships?$filter=name eq '{name}'"],
        [
            "get(ship_id) -> ship",
            "list(*, name) -> Pages[ship]",
        ],
    ),
    "a filter in a fixed option, and another one": (
        [
            "GET /ships/{id}?$expand=logs($filter=text eq '{text}')",
            "GET /ships?$filter=logs/any(one: one/text eq '{text}' and one/day eq {day})",
        ],
        [
            "get(ship_id, *, text) -> ship",
            "list(*, text, day, expand=None) -> Pages[ship]",
        ],
    ),
    "a filter by the ID": (
        ["GET /ships/{id}", "GET /ships?$filter=id eq '{shipId}'"],
        ["get(ship_id) -> ship"],
    ),
    "a choice that is required": (
        ["GET /ships/{id}/bow", "GET /ships/{id}/stern"],
        ["get(ship_id, *, at: bow|stern) -> ship"],
    ),
    "a choice with a default": (
        ["GET /ships/{id}", "GET /ships/{id}/hull"],
        ["get(ship_id, *, at: hull=None) -> ship"],
    ),
    "a choice of the first segment": (
        ["GET /sea/ships/{id}", "GET /land/ships/{id}"],
        ["get(ship_id, *, at: land=None) -> ship"],
    ),
    "a choice for each set of parameters": (
        [
            *("GET /docks/{id}/bow", "GET /docks/{id}/stern"),
            *("GET /ships/{id}/bow", "GET /ships/{id}/stern"),
        ],
        ["get(ship_id=None, *, at: bow|stern, dock_id=None) -> ship"],
    ),
}


@pytest.mark.parametrize(("requests", "expected"), GROUPS.values(), ids=GROUPS)
def test_urls_with_the_same_parameters(
    requests: list[str], expected: list[str], plans: Plans
) -> None:
    pages = {"ship-get": api_page(requests, "ship")}
    assert [shown(one) for one in plans({"Get": "ship-get"}, pages)] == expected


SENT_BY_EXAMPLES = {
    "the second": (["PATCH", "PUT"], ["PUT"], "PUT"),
    "most of them the second": (["PATCH", "PUT"], ["PATCH", "PUT", "PUT"], "PUT"),
    "each as often": (["PATCH", "PUT"], ["PUT", "PATCH"], "PATCH"),
    "another one": (["PATCH", "PUT"], ["POST"], "PATCH"),
    "none": (["PUT", "PATCH"], [], "PUT"),
}


@pytest.mark.parametrize(
    ("methods", "sent", "expected"), SENT_BY_EXAMPLES.values(), ids=SENT_BY_EXAMPLES
)
def test_method_of_most_examples_is_used(
    methods: list[str], sent: list[str], expected: str, plans: Plans
) -> None:
    examples = "".join(f"``` http\n{one} /ships/1\n```\n\n" for one in sent)
    requests = [f"{one} /ships/{{id}}" for one in methods]
    page = f"{api_page(requests)}\n## Examples\n\n{examples}"
    (update,) = plans({"Update": "ship-update"}, {"ship-update": page})
    assert [one.method for one in update.requests] == [expected]


def test_method_of_examples_with_other_urls_is_not_used(plans: Plans) -> None:
    requests = ["DELETE /ships/followed/{id}", "POST /ships/{id}/unfollow"]
    example = "\n## Example\n\n``` http\nPOST /ships/1/unfollow\n```\n"
    page = api_page(requests, title="Unfollow ship") + example
    (found,) = plans({"Unfollow": "ship-unfollow"}, {"ship-unfollow": page})
    assert [one.method for one in found.requests] == ["DELETE"]


def test_post_and_patch_of_one_page_are_two_operations(plans: Plans) -> None:
    requests = ["POST /ships", "PATCH /ships/{id}"]
    pages = {"ship-post": api_page(requests, "ship", title="Create ship")}
    assert [shown(one) for one in plans({"Create ship": "ship-post"}, pages)] == [
        "create(body) -> ship",
        "update(ship_id, body) -> ship",
    ]


def test_a_choice_selects_a_url(plans: Plans) -> None:
    requests = ["GET /ships/{id}", "GET /ships/{id}/hull"]
    (get,) = plans({"Get": "ship-get"}, {"ship-get": api_page(requests, "ship")})
    assert [(one.path, one.choice) for one in get.requests] == [
        ("/ships/{ship_id}", None),
        ("/ships/{ship_id}/hull", "hull"),
    ]


def test_all_lines_of_a_page_are_documented(plans: Plans) -> None:
    requests = ["GET /ships/{id}", "GET /me/ships/{id}", "GET /ships/{id}/$value"]
    get, content = plans({"Get": "ship-get"}, {"ship-get": api_page(requests, "ship")})
    assert get.documented == tuple(requests[:2])
    assert content.documented == tuple(requests[2:])


EXAMPLES = """
## Examples

### Example 1

#### Request

``` http
GET https://a.b/v1.0/me/ships/7
```

#### Response

``` http
HTTP/1.1 204 No Content
```

### Example 2 - bytes

#### Request

``` http
GET https://a.b/v1.0/ships/7/flag/$value
```

#### Response

``` http
HTTP/1.1 200 OK
```

"""
URLS = [
    "GET /ships/{id}",
    "GET /me/ships/{id}",
    "GET /ships/{id}/flag/$value",
    "GET /me/ships/{id}/flag/$value",
]
ANCHORS = {
    "an example of other URLs": (
        {"Get": "ship-get", "Get flag": "ship-get#example-2---bytes"},
        ["get(ship_id) -> ship", "get_flag(ship_id) -> Download"],
    ),
    "an anchor spelled differently": (
        {"Get": "ship-get", "Get flag": "ship-get#example-2-bytes"},
        ["get(ship_id) -> ship", "get_flag(ship_id) -> Download"],
    ),
    "the request of an example": (
        {"Get": "ship-get", "Get flag": "ship-get#request-1"},
        ["get(ship_id) -> ship", "get_flag(ship_id) -> Download"],
    ),
    "an example of each": (
        {"Get": "ship-get#example-1", "Get flag": "ship-get#example-2-bytes"},
        ["get(ship_id) -> ship", "get_flag(ship_id) -> Download"],
    ),
    "no other row": (
        {"Get flag": "ship-get#example-2-bytes"},
        ["get_flag(ship_id, *, at: flag/$value=None) -> ship"],
    ),
    "all examples": (
        {"Get": "ship-get", "See": "ship-get#examples"},
        ["get(ship_id, *, at: flag/$value=None) -> ship"],
    ),
    "no example": (
        {"Get": "ship-get", "Get flag": "ship-get#keel"},
        ["get(ship_id, *, at: flag/$value=None) -> ship"],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), ANCHORS.values(), ids=ANCHORS)
def test_a_row_that_links_to_an_example_has_its_urls(
    plans: Plans, rows: dict[str, str], expected: list[str]
) -> None:
    page = api_page(URLS, "ship") + EXAMPLES
    assert [*map(shown, plans(rows, {"ship-get": page}))] == expected


OPTIONS = (
    "## Optional query parameters\n\nThis method supports `$select` and `$top`.\n\n"
    "## Request headers\n\n|Name|Description|\n|:---|:---|\n|Prefer|How.|\n\n"
)
SHOWN = """
## Examples

### Example 1: the ship

``` http
GET https://a.b/v1.0/ships/7
```

### Example 2: its log

``` http
GET https://a.b/v1.0/ships/7/log
```

### Example 3: the fastest ships

``` http
GET https://a.b/v1.0/ships/fastest?$top=2
```

### Example 4: the flag

``` http
GET https://a.b/v1.0/ships/7/flag/$value
```
"""
MEANT = {
    "the type of the row": (
        "example-2-its-log [log](log.md)",
        "see(ship_id, *, select=None, prefer=None) -> log",
    ),
    "the collection of the row, with the options of lists": (
        "example-3-the-fastest-ships [ship](ship.md) collection",
        "see(*, select=None, top=None, prefer=None) -> Pages[ship]",
    ),
    "bytes, with the headers": (
        "example-4-the-flag Stream",
        "see(ship_id, *, prefer=None) -> Download",
    ),
    "the type of the page, if the row has none": (
        "example-2-its-log see the service for what it is",
        "see(ship_id, *, select=None, prefer=None) -> ship",
    ),
}


@pytest.mark.parametrize(("file", "expected"), MEANT.values(), ids=MEANT)
def test_a_row_for_an_example_has_its_own_result_and_the_options_of_the_page(
    plans: Plans, file: str, expected: str
) -> None:
    words = ("{id}", "{id}/log", "fastest", "{id}/flag/$value")
    urls = [f"GET /ships/{one}" for one in words]
    page = api_page(urls, "ship", more=OPTIONS) + SHOWN
    rows = {"Get": "ship-get ship", "See": f"ship-get#{file}"}
    found = plans(rows, {"ship-get": page}, log=resource_page("log", {}))
    assert shown(found[1]) == expected
    assert "/ships/{id}" in {one.documented[0].split()[1] for one in found[:1]}


def test_an_example_of_the_only_urls_is_no_operation_of_its_own(plans: Plans) -> None:
    page = api_page(URLS[:2], "ship") + EXAMPLES
    rows = {"Get": "ship-get", "Get name": "ship-get#example-1"}
    assert [one.name for one in plans(rows, {"ship-get": page})] == ["get"]


def test_the_url_of_the_signed_in_user_is_chosen_by_me(plans: Plans) -> None:
    urls = ["GET /harbour/ships/{id}", "GET /me/fleet/ships/{id}"]
    (found,) = plans({"Get": "ship-get"}, {"ship-get": api_page(urls, "ship")})
    assert [one.choice for one in found.requests] == [None, "me"]


def test_only_a_single_value_may_be_missing(plans: Plans) -> None:
    nothing = "If there is none, it returns `204 No Content`. If successful"
    pages = {
        f"ship-{one}": api_page([f"GET /ships{url}"], returns).replace(
            "If successful", nothing
        )
        for one, url, returns in (("get", "/{id}", "ship"), ("list", "", "ships"))
    }
    get, list_ = plans({"Get": "ship-get", "List": "ship-list"}, pages)
    assert (get.result.kind, get.result.may_be_missing) == ("single", True)
    assert (list_.result.kind, list_.result.may_be_missing) == ("pages", False)
