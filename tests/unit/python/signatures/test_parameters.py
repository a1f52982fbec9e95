"""Bodies, members, options and headers, and the results of operations."""

import pytest

from tests.unit.python.signatures.conftest import (
    Plans,
    api_page,
    resource_page,
    shown,
)


def table(section: str, *rows: str) -> str:
    return (
        f"## {section}\n\n|Name|Type|Description|\n|:---|:---|:---|\n"
        + "".join(f"|{row}|The value.|\n" for row in rows)
        + "\n"
    )


SENDS_SHIP = (
    "## Request body\n\nIn the request body, supply a JSON representation of the "
    "[ship](../resources/ship.md) object.\n\n"
)


def sent_as(media_type: str, path: str = "/ships") -> str:
    """Return an example of bytes of a media type."""
    return (
        f"## Example\n\n``` http\nPOST https://example.com/v1.0{path}\n"
        f"Content-Type: {media_type}\n\nU29z\n```\n\n"
    )


SENDS_MEMBERS = "## Request body\n\nIn the request body, provide a JSON object.\n\n"
SENDS_REFERENCE = """## Example

``` http
POST https://example.com/v1.0/ships/1/tugs/$ref
Content-type: application/json

{"@odata.id": "https://example.com/v1.0/boats/17"}
```

"""

BODIES = {
    "a type": (["POST /ships"], "Create ship", SENDS_SHIP, "create(body) -> None"),
    "a type after what every URL needs": (
        ["PATCH /ships/{id}"],
        "Update ship",
        SENDS_SHIP,
        "update(ship_id, body) -> None",
    ),
    "a type after an optional key": (
        ["PATCH /me", "PATCH /ships/{id}"],
        "Update ship",
        SENDS_SHIP,
        "update(ship_id=None, *, body) -> None",
    ),
    "members of an action": (
        ["POST /ships/{id}/tow"],
        "tow",
        table("Request body", "fast|Boolean", "speed|Int32"),
        "tow(ship_id, *, fast=None, speed=None) -> None",
    ),
    "a member with the name of a path parameter": (
        ["POST /ships/{id}/tow"],
        "tow",
        table("Request body", "shipId|String"),
        "tow(ship_id, *, body_ship_id=None) -> None",
    ),
    "a member that is a keyword": (
        ["POST /ships/{id}/tow"],
        "tow",
        table("Request body", "from|String"),
        "tow(ship_id, *, from_=None) -> None",
    ),
    "bytes": (
        ["PUT /ships/{id}/photo/$value"],
        "Update photo",
        "",
        "update_photo(ship_id, content) -> None",
    ),
    "members, or bytes of another kind": (
        ["POST /ships/{id}/tow"],
        "tow",
        table("Request body", "fast|Boolean") + sent_as("text/plain", "/ships/1/tow"),
        "tow(ship_id, *, fast=None, content=None) -> None",
    ),
    "a type, or bytes of another kind": (
        ["POST /ships"],
        "Create ship",
        SENDS_SHIP + sent_as("message/rfc822"),
        "create(body=None, *, content=None) -> None",
    ),
    "a member named content, and bytes": (
        ["POST /ships/{id}/tow"],
        "tow",
        table("Request body", "content|String")
        + sent_as("text/plain; a=b", "/ships/1/tow"),
        "tow(ship_id, *, content=None, content_=None) -> None",
    ),
    "no bytes: JSON that is invalid": (
        ["POST /ships"],
        "Create ship",
        SENDS_SHIP + sent_as("application/vnd.a+json"),
        "create(body) -> None",
    ),
    "no bytes: several parts": (
        ["POST /ships"],
        "Create ship",
        SENDS_SHIP + sent_as("multipart/form-data; boundary=x"),
        "create(body) -> None",
    ),
    "a reference": (
        ["POST /ships/{id}/tugs/$ref"],
        "Add tug",
        "",
        "add_tug(ship_id, reference) -> None",
    ),
    "nothing": (["DELETE /ships/{id}"], "Delete ship", "", "delete(ship_id) -> None"),
}


@pytest.mark.parametrize(
    ("requests", "label", "more", "expected"), BODIES.values(), ids=BODIES
)
def test_body(
    requests: list[str], label: str, more: str, expected: str, plans: Plans
) -> None:
    pages = {"ship-call": api_page(requests, more=more, title=label)}
    assert [shown(one) for one in plans({label: "ship-call"}, pages)] == [expected]


def test_a_reference_has_the_url_of_the_example(plans: Plans) -> None:
    page = api_page(["POST /ships/{id}/tugs/$ref"], title="Add tug")
    (add,) = plans({"Add tug": "ship-add"}, {"ship-add": page + SENDS_REFERENCE})
    reference = add.parameters[-1]
    assert (reference.name, reference.url) == (
        "reference",
        "https://example.com/v1.0/boats/{id}",
    )


def test_a_member_that_an_example_sends_as_a_link_has_its_name(plans: Plans) -> None:
    example = SENDS_REFERENCE.replace("@odata.id", "port@odata.bind")
    page = api_page(
        ["POST /ships/{id}/tow"], more=table("Request body", "port|String"), title="tow"
    )
    (tow,) = plans({"tow": "ship-tow"}, {"ship-tow": page + example})
    assert [(one.name, one.wire_name) for one in tow.parameters[1:]] == [
        ("port", "port@odata.bind")
    ]


OPTIONS = {
    "in their usual order": (
        ["GET /ships"],
        "ships",
        table("Query parameters", "$top|Int32", "$select|String"),
        "call(*, select=None, top=None) -> Pages[ship]",
    ),
    "of lists on a single result": (
        ["GET /ships/{id}"],
        "ship",
        table("Query parameters", "$top|Int32", "$select|String"),
        "call(ship_id, *, select=None) -> ship",
    ),
    "of JSON on bytes": (
        ["GET /ships/{id}/photo/$value"],
        "ship",
        table("Query parameters", "$select|String", "size|Int32"),
        "call(ship_id, *, size=None) -> Download",
    ),
    "of another name": (
        ["GET /ships"],
        "ships",
        table("Query parameters", "includeSunk|Boolean"),
        "call(*, include_sunk=None) -> Pages[ship]",
    ),
    "with a fixed value": (
        ["GET /ships?kind=3"],
        "ships",
        "",
        "call() -> Pages[ship]",
    ),
    "of a request that returns nothing": (
        ["DELETE /ships/{id}"],
        "nothing",
        table("Query parameters", "$select|String"),
        "call(ship_id) -> None",
    ),
    "headers": (
        ["GET /ships"],
        "ships",
        table("Request headers", "Prefer|String", "If-Match|String"),
        "call(*, prefer=None, if_match=None) -> Pages[ship]",
    ),
    "headers of the transport": (
        ["GET /ships"],
        "ships",
        table("Request headers", "Authorization|String", "Content-Type|String"),
        "call() -> Pages[ship]",
    ),
    "a header with its value": (
        ["GET /ships"],
        "ships",
        table("Request headers", "Prefer: wait|String"),
        "call(*, prefer=None) -> Pages[ship]",
    ),
}


def test_the_first_row_of_a_header_counts(plans: Plans) -> None:
    rows = table("Request headers", "If-Match|String", "if-match: x|Int32")
    pages = {"ship-call": api_page(["GET /ships"], "ships", rows)}
    (call,) = plans({"call": "ship-call"}, pages)
    assert [one.wire_name for one in call.parameters] == ["If-Match"]


@pytest.mark.parametrize(
    ("requests", "returns", "more", "expected"), OPTIONS.values(), ids=OPTIONS
)
def test_options_and_headers(
    requests: list[str], returns: str, more: str, expected: str, plans: Plans
) -> None:
    pages = {"ship-call": api_page(requests, returns, more)}
    assert [shown(one) for one in plans({"Call": "ship-call"}, pages)] == [expected]


def test_an_option_with_the_name_of_a_path_parameter(plans: Plans) -> None:
    more = table("Query parameters", "$filter|String")
    pages = {"ship-call": api_page(["GET /ships/{filter}/logs"], "ships", more)}
    (call,) = plans({"Call": "ship-call"}, pages)
    assert shown(call) == "call(filter, *, filter_=None) -> Pages[ship]"


RESULTS = {
    "pages of a request that reads": (["GET /ships"], "ships", "Pages[ship]"),
    "a collection of another request": (
        ["POST /ships/near"],
        "ships",
        "Sequence[ship]",
    ),
    "one": (["GET /ships/{id}"], "ship", "ship"),
    "nothing": (["POST /ships/{id}/tow"], "nothing", "None"),
    "bytes": (["GET /ships/{id}/photo/$value"], "ship", "Download"),
}


@pytest.mark.parametrize(
    ("requests", "returns", "expected"), RESULTS.values(), ids=RESULTS
)
def test_results(
    requests: list[str], returns: str, expected: str, plans: Plans
) -> None:
    pages = {"ship-call": api_page(requests, returns)}
    (call,) = plans({"call": "ship-call"}, pages)
    assert shown(call).partition(" -> ")[2] == expected


ACCEPTED = """# team: tow

## HTTP request

``` http
POST /ships/{id}/tow
```

## Response

If successful, this method returns a `202 Accepted` response code.

## Example

``` http
POST https://example.com/v1.0/ships/1/tow
```

``` http
HTTP/1.1 202 Accepted
HEADER
```
"""

LOCATIONS = {
    "a location": ("Location: /operations/1", "LongRunning[None]"),
    "an operation": ("Operation-Location: /operations/1", "LongRunning[None]"),
    "another header": ("Retry-After: 1", "None"),
}


STATES = {
    "a type": (
        "The `Location` header has a link to the [log](../resources/log.md).",
        "log",
    ),
    "the page of an operation": (
        "Poll the URL in the `Operation-Location` header to [get it](log-get.md).",
        "log",
    ),
    "the page of an operation of a part": (
        "Poll the URL in the `Operation-Location` header to [get it](ship-log-get.md).",
        "log",
    ),
    "a header in other words": (
        "It has a Location: header pointing to the [state](../resources/log.md).",
        "log",
    ),
    "no link": ("The `Location` header has a URL.", "None"),
    "a page of no type": (
        "Poll the `Location` header ([see](/graph/polling)).",
        "None",
    ),
    "a link of another sentence": ("See [log](../resources/log.md).", "None"),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES)
def test_long_running_request_has_the_type_of_its_state(
    text: str, expected: str, plans: Plans
) -> None:
    page = ACCEPTED.replace("HEADER", "Location: /operations/1").replace(
        "response code.", f"response code.\n\n{text}"
    )
    log = resource_page("log", {})
    (tow,) = plans({"tow": "ship-tow"}, {"ship-tow": page}, log=log)
    assert shown(tow) == f"tow(ship_id) -> LongRunning[{expected}]"


@pytest.mark.parametrize(("header", "expected"), LOCATIONS.values(), ids=LOCATIONS)
def test_an_accepted_request_with_a_location_is_long_running(
    header: str, expected: str, plans: Plans
) -> None:
    page = ACCEPTED.replace("HEADER", header)
    (tow,) = plans({"tow": "ship-tow"}, {"ship-tow": page})
    assert shown(tow) == f"tow(ship_id) -> {expected}"


def test_a_url_of_several_types_returns_their_base(plans: Plans) -> None:
    kinds = {
        one: resource_page(one, {f"List {one}s": f"{one}-list"}, base="ship")
        for one in ("tug", "ferry")
    }
    pages = {
        f"{one}-list": api_page(["GET /ships"], "ships")
        .replace("ship]", f"{one}]")
        .replace("ship.md", f"{one}.md")
        for one in kinds
    }
    rows = {"List tugs": "tug-list"}
    ship = resource_page("ship", {}, base="vessel")
    found = plans(rows, pages, "tug", **kinds | {"tug": kinds["tug"], "ship": ship})
    assert [shown(one) for one in found] == ["list() -> Pages[ship]"]


DIFFERENT_URLS = {
    "another verb": ("GET /tugs\nPOST /ships", "GET /ships"),
    "a query string": ("GET /ships?kind={kind}", "GET /ships?size={size}"),
    "arguments": ("GET /ships(kind={kind})", "GET /ships(size={size})"),
}


@pytest.mark.parametrize("urls", DIFFERENT_URLS.values(), ids=DIFFERENT_URLS)
def test_different_requests_keep_their_types(
    urls: tuple[str, str], plans: Plans
) -> None:
    kinds = ("tug", "ferry")
    others = {
        one: resource_page(one, {f"List {one}s": f"{one}-list"}, base="ship")
        for one in kinds
    }
    pages = {
        f"{one}-list": api_page([url], "ships")
        .replace("ship]", f"{one}]")
        .replace("ship.md", f"{one}.md")
        for one, url in zip(kinds, urls, strict=True)
    }
    ship = resource_page("ship", {}, base="vessel")
    rows = {"List tugs": "tug-list"}
    found = plans(rows, pages, "tug", **others | {"ship": ship})
    assert {shown(one).rpartition("-> ")[2] for one in found} <= {"Pages[tug]", "None"}


PARTS = {
    "a part of an entity": (
        "Provide a JSON body of each [log](../resources/log.md) object in the **logs** collection "
        "property of the resource instance.",
        "ship",
    ),
    "a part of the entity that is named": (
        "Provide the [log](../resources/log.md) object in the `log` property of the ship.",
        "ship",
    ),
    "a part in a relationship": (
        "Supply a JSON object for the [log](../resources/log.md) in the **logs** navigation "
        "property of the ship.",
        "ship",
    ),
    "the thing itself": (
        "Provide a JSON body of a [log](../resources/log.md) with these values.",
        "log",
    ),
    "a pronoun": (
        "In addition, provide a JSON representation of that resource instance.\n\n"
        "Supply a JSON representation of a [log](../resources/log.md) object.",
        "log",
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_entity_is_sent_if_the_page_has_a_property_of_it(
    plans: Plans, text: str, expected: str
) -> None:
    page = api_page(["PATCH /ships/{id}"], "log", more=f"## Request body\n\n{text}\n\n")
    rows = {"Add log": "add-log [ship](ship.md)"}
    log = resource_page("log", {"Add log": "add-log [log](log.md)"})
    (found,) = plans(rows, {"add-log": page}, log=log)
    (body,) = (one for one in found.parameters if one.place == "body")
    assert body.type is not None
    assert body.type.name == f"microsoft.graph.{expected}"
    returned = found.result.type
    assert returned is not None
    assert returned.name == "microsoft.graph.ship"


STATED = {
    "the header in a table": (
        "`202 Accepted` response code. It does not return anything. The response contains these "
        "headers.\n\n|Name|Description|\n|:---|:---|\n|Location|The URL of the status.|\n",
        "LongRunning[None]",
    ),
    "the header in the sentence, with a link to a page": (
        "`202 Accepted` response code and an `Operation-Location` header. Poll it to [get the "
        "status](operation-get.md).",
        "LongRunning[None]",
    ),
    "the header in another paragraph": (
        "`202 Accepted` response code.\n\nThe `Location` response header has the URL.",
        "LongRunning[None]",
    ),
    "the header of another response than the first": (
        "`201 Created` response code and a [ship](../resources/ship.md) object in the response "
        "body. Else it returns `202 Accepted` and a `Location` header.",
        "ship",
    ),
    "another header": (
        "`202 Accepted` response code.\n\n|Name|Description|\n|:---|:---|\n|Retry-After|Time.|\n",
        "None",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATED.values(), ids=STATED)
def test_an_accepted_request_whose_page_names_the_location_is_long_running(
    plans: Plans, text: str, expected: str
) -> None:
    page = (
        "# sail\n\n## HTTP request\n\n```http\nPOST /ships/{id}/sail\n```\n\n"
        f"## Response\n\nIf successful, this method returns a {text}\n"
    )
    (found,) = plans({"sail": "ship-sail"}, {"ship-sail": page})
    assert shown(found).rpartition(" -> ")[2] == expected


FLAGS = {
    "true": ("deep=true", "Edm.Boolean"),
    "false, with another option": ("$top=1&deep=False", "Edm.Boolean"),
    "a number": ("deep=1", "Edm.String"),
    "a word that begins with true": ("deep=trueish", "Edm.String"),
}


@pytest.mark.parametrize(("query", "expected"), FLAGS.values(), ids=FLAGS)
def test_option_that_a_url_sets_to_true_or_false_is_a_flag(
    plans: Plans, query: str, expected: str
) -> None:
    urls = ["GET /ships", f"GET /ships?{query}"]
    (found,) = plans({"List": "ship-list"}, {"ship-list": api_page(urls, "ships")})
    (one,) = (one for one in found.parameters if one.wire_name == "deep")
    assert one.type is not None
    assert one.type.name == expected
