"""The calls that send the requests of examples, and why some examples have none."""

import json
import re
from typing import NamedTuple

import pytest
from documented import entity, operation, parameter, row, schema
from msgspec.structs import replace

from docgen.python.documented.calls import documented_call
from docgen.python.documented.lines import entry_lines
from docgen.python.documented.model import DocumentedCall, NamedExample, UnmadeCall
from docgen.python.layout import layout_of
from docgen.python.literals import PythonCode
from docgen.python.lower import lowering_context
from docgen.python.signatures.context import signature_inputs
from docgen.python.signatures.stage import operation_signatures
from docgen.python.type_facts import type_facts
from docgen.schema.model import (
    ApiOperation,
    DocumentedExample,
    ExampleRequest,
    ExampleResponse,
    Source,
)

SHIP = {"id": "1", "size": 2}


def json_response(body: object) -> ExampleResponse:
    return ExampleResponse(status=200, body=json.dumps(body), is_json=True)


def moved(url: str) -> ExampleResponse:
    return ExampleResponse(status=302, headers=(("Location", url),))


ONE, MANY = json_response(SHIP), json_response({"value": [SHIP]})
NUMBER = ExampleResponse(status=200, body="3")
NOTHING = ExampleResponse(status=204)


class Documented(NamedTuple):
    """An operation, its example, and the call of the example or the reason why there is none."""

    operation: ApiOperation
    line: str
    response: ExampleResponse
    found: str
    body: object = None
    headers: tuple[tuple[str, str], ...] = ()


GET = operation("get_ship", "read", "GET /ships/{id}", returns="a.ship")
LIST = operation(
    "list_ships",
    "read",
    "GET /ships",
    parameter("$select", None, "query"),
    parameter("$expand", None, "query"),
    parameter("$top", None, "query"),
    parameter("$count", None, "query"),
    returns="a.ship*",
)
SAIL = operation(
    "sail_ship",
    "action",
    "POST /ships/{id}/sail",
    parameter("port"),
    parameter("days", "Edm.Int32"),
    parameter("day", "Edm.Date"),
    parameter("now", "Edm.Boolean"),
)
CREATE = operation(
    "create_ship", "create", "POST /ships", body="a.ship", returns="a.ship"
)
LINK = operation(
    "add_ship", "action", "POST /fleets/{id}/ships/$ref", takes_reference=True
)
UPLOAD = operation("put_file", "action", "PUT /ships/{id}/file", body="Edm.Stream")
OF_ANY_KIND = replace(SAIL, content_type="text/csv")
REPLACE = replace(CREATE, content_type="text/csv")
MAYBE = operation(
    "get_ship", "read", "GET /ships/{id}", returns="a.ship", statuses=(200, 204)
)
CREW = operation("get_crew", "read", "GET /me/crew", returns="a.ship")
EVENTS = operation("events", "function", "GET /events\nGET /calendar/events")
REF = "https://a.example/ships/1"

CALLS: dict[str, Documented] = {
    "a key": Documented(GET, "GET /ships/1", ONE, 'get("1")'),
    "an option without a parameter": Documented(
        GET, "GET /ships/1?$x=1", ONE, 'get("1", query={"$x": "1"})'
    ),
    "a repeated option": Documented(
        LIST,
        "GET /ships?$top=1&$top=2",
        MANY,
        'list(top=1, query={"$top": "2"})',
    ),
    "options": Documented(
        LIST,
        "GET /ships?$select=id,size&$top=1&$count=true",
        MANY,
        'list(select=["id", "size"], top=1, count=True)',
    ),
    "a list with brackets and quotation marks": Documented(
        LIST,
        "GET /ships?$expand=a($filter=b eq ')'),c",
        MANY,
        """list(expand=["a($filter=b eq ')')", "c"])""",
    ),
    "an option that a parameter can't have": Documented(
        LIST, "GET /ships?$count=false", MANY, 'list(query={"$count": "false"})'
    ),
    "a number of items": Documented(
        LIST, "GET /ships/$count", NUMBER, "list().get_count()"
    ),
    "headers": Documented(
        GET,
        "GET /ships/1",
        ONE,
        'get("1", headers={"Prefer": "a, b"})',
        headers=(
            ("Host", "a.example"),
            ("Prefer", "a"),
            ("prefer", "b"),
            ("Odd", "a\nb"),
        ),
    ),
    "members": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", port="Bay", days=2, day=value("Edm.Date", "2026-01-02"))',
        {"port": "Bay", "days": 2, "day": "2026-01-02"},
    ),
    "values of another type": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", days=value("Edm.Int32", True), now=value("Edm.Boolean", 1))',
        {"days": True, "now": 1},
    ),
    "true": Documented(
        SAIL, "POST /ships/1/sail", NOTHING, 'sail("1", now=True)', {"now": True}
    ),
    "a long string": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", port=sent["port"])',
        {"port": "a" * 61},
    ),
    "an object": Documented(
        CREATE, "POST /ships", ONE, "create(read(models.Ship, sent))", {"size": 2}
    ),
    "a reference": Documented(
        LINK,
        "POST /fleets/1/ships/$ref",
        NOTHING,
        f'add("1", "{REF}")',
        {"@odata.id": REF},
    ),
    "members in place of bytes": Documented(
        OF_ANY_KIND, "POST /ships/1/sail", NOTHING, 'sail("1", days=2)', {"days": 2}
    ),
    "bytes in place of members": Documented(
        OF_ANY_KIND,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", content=content(sent))',
        "Bay,2",
    ),
    "no body in place of bytes": Documented(
        OF_ANY_KIND, "POST /ships/1/sail", NOTHING, 'sail("1")'
    ),
    "an object in place of bytes": Documented(
        REPLACE, "POST /ships", ONE, "create(body=read(models.Ship, sent))", {"size": 2}
    ),
    "bytes in place of an object": Documented(
        REPLACE, "POST /ships", ONE, "create(content=content(sent))", "Bay,2"
    ),
    "a body with a status that needs none": Documented(
        MAYBE,
        "GET /ships/1",
        ExampleResponse(status=202, body='{"size":"x"}', is_json=True),
        'get("1", lenient=[])',
    ),
    "no body with a status that needs none": Documented(
        MAYBE, "GET /ships/1", ExampleResponse(status=202), 'get("1")'
    ),
    "a user in place of me": Documented(CREW, "GET /users/7/crew", ONE, "get_crew()"),
    "another URL of the operation": Documented(
        EVENTS, "GET /calendar/events", NOTHING, "events()"
    ),
    "a response with another type of a member": Documented(
        GET, "GET /ships/1", json_response({"size": "x"}), 'get("1", lenient=[])'
    ),
    "an object with a single value": Documented(
        GET, "GET /ships/1", json_response({"value": SHIP}), 'get("1")'
    ),
    "a redirect": Documented(
        GET, "GET /ships/1", moved("https://a.example/1"), 'get("1")'
    ),
    "a null": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", extra={"port": None})',
        {"port": None},
    ),
    "a member without a row": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        'sail("1", days=2, extra={"speed": sent["speed"]})',
        {"speed": 1, "days": 2},
    ),
    "an error": Documented(
        GET, "GET /ships/1", ExampleResponse(status=404), 'get("1")'
    ),
}
NO_METHOD = "no method has a URL that equals this one"
NO_BODY = "the method has no parameter for the body"
UNMADE: dict[str, Documented] = {
    "another URL": Documented(GET, "GET /boats/1", ONE, NO_METHOD),
    "another method": Documented(
        GET, "DELETE /ships/1", ONE, "`get` sends `GET` to its URL"
    ),
    "another method and URL": Documented(GET, "DELETE /boats/1", ONE, NO_METHOD),
    "a request line that the method leaves out": Documented(
        operation(
            "update_ship", "update", "PATCH /ships/{id}\nPUT /ships/{id}", body="a.ship"
        ),
        "PUT /ships/1",
        ONE,
        "`update` sends `PATCH` to its URL",
        SHIP,
    ),
    "an alias that no request line has": Documented(CREW, "GET /crew", ONE, NO_METHOD),
    "a number of items of one object": Documented(
        CREW, "GET /me/crew/$count", NUMBER, NO_METHOD
    ),
    "no number of items": Documented(
        LIST, "GET /ships/$count", MANY, "the response is not a number"
    ),
    "an object in place of a collection": Documented(
        LIST, "GET /ships", ONE, "the response is not a collection"
    ),
    "a list in place of an object": Documented(
        GET,
        "GET /ships/1",
        json_response([SHIP]),
        "the response has another type than the page says",
    ),
    "a redirect without https": Documented(
        GET,
        "GET /ships/1",
        moved("http://a.example/1"),
        "a call does not expect the status `302` without a URL",
    ),
    "no body of a response": Documented(
        GET, "GET /ships/1", ExampleResponse(status=200), "the response has no body"
    ),
    "a body without a parameter": Documented(
        GET, "GET /ships/1", ONE, NO_BODY, {"size": 1}
    ),
    "a list as the body": Documented(
        SAIL, "POST /ships/1/sail", NOTHING, NO_BODY, ["Bay"]
    ),
    "no body": Documented(CREATE, "POST /ships", ONE, "the example has no body"),
    "no JSON": Documented(CREATE, "POST /ships", ONE, "the body is not JSON", "size"),
    "a request line with options that the method leaves out": Documented(
        operation(
            "get_log",
            "read",
            "GET /ships/{id}/logs/{x}\nGET /ships/{id}/rooms?$filter=id eq '{x}'",
            returns="a.ship",
        ),
        "GET /ships/1/rooms?$filter=id eq '2'",
        ONE,
        "`get_log` does not send this request line",
    ),
    "an image": Documented(
        CREATE,
        "POST /ships",
        ONE,
        "the body is `image/jpeg`, but the method sends JSON",
        "<Image>",
        (("Content-Type", "Image/JPEG; q=1"),),
    ),
    "an image in place of members": Documented(
        SAIL,
        "POST /ships/1/sail",
        NOTHING,
        "the body is `image/jpeg`, but the method sends JSON",
        "<Image>",
        (("Content-Type", "image/jpeg"),),
    ),
    "no JSON of a type of JSON": Documented(
        CREATE,
        "POST /ships",
        ONE,
        "the body is not JSON",
        "size",
        (("Content-Type", "application/merge-patch+json"),),
    ),
    "a reference with another key": Documented(
        LINK,
        "POST /fleets/1/ships/$ref",
        NOTHING,
        "the body is not a reference",
        {"@odata.id": REF, "size": 1},
    ),
}


SHIP_TYPE = entity("a.ship", row("size", "Edm.Int32"))


def found_call(one: Documented) -> DocumentedCall | UnmadeCall:
    method, _, url = one.line.partition(" ")
    is_json = not isinstance(one.body, str)
    text = None if one.body is None else str(one.body)
    request = ExampleRequest(
        method=method,
        url=url,
        headers=one.headers,
        body=json.dumps(one.body) if text and is_json else text,
        is_json=is_json,
    )
    source = Source(path=one.operation.api_page, line=50)
    example = DocumentedExample(
        name="", request=request, response=one.response, source=source
    )
    whole = schema([SHIP_TYPE], one.operation)
    layout, facts = layout_of(whole, "a", "a"), type_facts(whole)
    inputs = signature_inputs(
        SHIP_TYPE, lowering_context(whole, layout, facts).signatures
    )
    return documented_call(
        NamedExample(page=source.path, name="1", example=example),
        operation_signatures(SHIP_TYPE, inputs).value,
        layout,
        facts,
    )


def documented(one: Documented) -> str:
    """Return the call of an example, or the reason why there is none."""
    found = found_call(one)
    if isinstance(found, UnmadeCall):
        return found.reason
    lines = entry_lines(found, PythonCode("client.ship"))
    code = " ".join(line.strip() for line in lines).partition("client.ship.")[2]
    code = re.sub(r"(?<=[\[({]) | (?=[\])}])", "", code.removesuffix(","))
    return re.sub(r",(?=[\])}])", "", code)


@pytest.mark.parametrize("one", CALLS.values(), ids=CALLS)
def test_call_of_an_example(one: Documented) -> None:
    assert documented(one) == one.found


@pytest.mark.parametrize("one", UNMADE.values(), ids=UNMADE)
def test_reason_why_no_call_sends_an_example(one: Documented) -> None:
    assert documented(one) == one.found


@pytest.mark.parametrize(
    ("body", "uses_body"),
    [
        ({"speed": 1}, True),
        ({"port": None}, False),
        ({"port": "Bay"}, False),
        ({"port": "a" * 61}, True),
    ],
)
def test_call_that_reads_the_body_of_the_example(body: object, uses_body: bool) -> None:
    one = Documented(SAIL, "POST /ships/1/sail", NOTHING, "", body)
    found = found_call(one)
    assert isinstance(found, DocumentedCall)
    assert found.uses_body == uses_body
