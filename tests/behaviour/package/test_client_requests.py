"""The requests that clients send for the arguments of a call."""

import datetime as dt
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import httpx2
import pytest
from calls import EVERY_FLAVOUR
from service import EVERY_KIND, KINDS, URL, Caller, Service, json_response, sent_json

import graph

Calls = Callable[[Any], Any]

LINES: dict[str, tuple[Calls, str]] = {
    "the URL without an ID": (lambda h: h.get(), "GET /me/harbour"),
    "the URL with an ID": (lambda h: h.get("1"), "GET /harbours/1"),
    "the URL with two IDs": (
        lambda h: h.get("1", coast_id="2"),
        "GET /coasts/2/harbours/1",
    ),
    "an ID with characters that have a meaning": (
        lambda h: h.get("a/b?c#d%e'f g+h"),
        "GET /harbours/a%2Fb%3Fc%23d%25e%27f%20g%2Bh",
    ),
    "an ID that is not in ASCII": (
        lambda h: h.get("é船"),
        "GET /harbours/%C3%A9%E8%88%B9",
    ),
    "a number as an ID": (lambda h: h.get(7), "GET /harbours/7"),
    "a list of names": (
        lambda h: h.get("1", select=["id", "open"]),
        "GET /harbours/1?$select=id,open",
    ),
    "one name instead of a list": (
        lambda h: h.get("1", select="open"),
        "GET /harbours/1?$select=open",
    ),
    "an empty list": (lambda h: h.get("1", select=[]), "GET /harbours/1"),
    "options of the call": (
        lambda h: h.get("1", select=["id"], query={"x": "1 & 2"}),
        "GET /harbours/1?$select=id&x=1%20%26%202",
    ),
    "a string in a function": (
        lambda h: h.get_ships("1", period="D'7/"),
        "GET /harbours/1/getShips(period='D%27%277%2F')",
    ),
    "a date in a function": (
        lambda h: h.get_ships("1", date=dt.date(2021, 6, 1)),
        "GET /harbours/1/getShips(date=2021-06-01)",
    ),
    "a path": (
        lambda h: h.get_chart("1", "a b/c%2F/d:"),
        "GET /harbours/1/root:/a%20b/c%252F/d%3A:/chart",
    ),
    "a reference": (
        lambda h: h.add_pier("1", f"{URL}/piers/2"),
        "POST /harbours/1/piers/$ref",
    ),
    "bytes": (lambda h: h.get_map("1"), "GET /harbours/1/map"),
}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (dt.date(2021, 6, 1), "2021-06-01"),
        (dt.datetime(2021, 6, 1, 8, 30, tzinfo=dt.UTC), "2021-06-01T08%3A30%3A00Z"),
        (dt.time(8, 30), "08%3A30%3A00"),
    ],
)
def test_request_line_is_what_a_call_sends(
    odd: ModuleType, value: object, text: str
) -> None:
    service = Service(json_response({"value": []}))
    caller = Caller(odd, KINDS[0], service)
    caller.all_of(caller.harbour.get_ships("1", date=value))
    name = "microsoft.graph.harbour.get_ships"
    line = odd.request_line(name, harbour_id="1", date=value)
    assert line == f"GET /harbours/1/getShips(date={text})"
    assert service.lines == [line]


@EVERY_KIND
@pytest.mark.parametrize(("call", "line"), LINES.values(), ids=LINES)
def test_call_sends(call: Calls, line: str, kind: str, odd: ModuleType) -> None:
    service = Service(json_response({"value": []}))
    caller = Caller(odd, kind, service)
    found = caller.result(call(caller.harbour))
    if hasattr(found, "pages"):
        caller.all_of(found)
    assert service.lines == [line]


@EVERY_KIND
def test_options_of_a_list(kind: str, odd: ModuleType) -> None:
    service = Service(json_response({"value": []}))
    caller = Caller(odd, kind, service)
    pages = caller.harbour.list(
        filter="startswith(name,'A&B') and size gt 1",
        orderby=["name desc"],
        top=5,
        skip=0,
        count=True,
        search='"a+b"',
        prefer="return=minimal",
        headers={"X-Trace": "1"},
        timeout=7,
    )
    assert service.requests == []
    caller.all_of(pages)
    (request,) = service.requests
    assert dict(request.url.params) == {
        "$filter": "startswith(name,'A&B') and size gt 1",
        "$orderby": "name desc",
        "$top": "5",
        "$skip": "0",
        "$count": "true",
        "$search": '"a+b"',
    }
    assert request.headers["prefer"] == "return=minimal"
    assert request.headers["x-trace"] == "1"
    assert request.headers["accept"] == "application/json"
    assert request.headers["authorization"] == "Bearer secret-token"
    assert request.extensions["timeout"]["read"] == 7


def model_of(odd: ModuleType, flavour: str, **values: object) -> object:
    """Return a harbour of a flavour."""
    if flavour == "typeddict":
        return values
    return odd.models.microsoft.graph.Harbour(**values)


@EVERY_FLAVOUR
@EVERY_KIND
def test_model_is_sent(kind: str, flavour: str, odd: ModuleType) -> None:
    service = Service(json_response({"id": "1", "open": True}))
    caller = Caller(odd, kind, service)
    harbour = model_of(odd, flavour, id="1", open=False)
    found = caller.result(caller.harbour.update("1", harbour, if_match='W/"2"'))
    (request,) = service.requests
    assert (request.method, request.url.path) == ("PATCH", "/v1.0/harbours/1")
    assert sent_json(request) == {"id": "1", "open": False}
    assert request.headers["content-type"] == "application/json"
    assert request.headers["if-match"] == 'W/"2"'
    assert found == model_of(odd, flavour, id="1", open=True)


@EVERY_FLAVOUR
@EVERY_KIND
def test_calls_of_a_batch_are_sent(kind: str, flavour: str, odd: ModuleType) -> None:
    data = {"id": "1", "open": True}
    answers = [{"id": str(i), "status": 200, "body": data} for i in (1, 2)]
    service = Service(json_response({"responses": answers}))
    caller = Caller(odd, kind, service)
    batch = caller.client.batch()
    got = batch.add(caller.harbour.get, "1")
    harbour = model_of(odd, flavour, id="1", open=False)
    updated = batch.add(caller.harbour.update, "1", harbour)
    caller.result(batch.send())
    (request,) = service.requests
    sent: Any = sent_json(request)
    assert [one["url"] for one in sent["requests"]] == ["/harbours/1"] * 2
    assert sent["requests"][1]["body"] == {"id": "1", "open": False}
    expected = model_of(odd, flavour, id="1", open=True)
    assert got.result() == updated.result() == expected


@EVERY_FLAVOUR
@EVERY_KIND
def test_members_are_sent(kind: str, flavour: str, odd: ModuleType) -> None:
    service = Service(httpx2.Response(204))
    caller = Caller(odd, kind, service)
    is_json = flavour == "typeddict"
    moment = dt.datetime(2021, 6, 1, 12, tzinfo=dt.UTC)
    key = "00000000-0000-0000-0000-000000000001"
    call = caller.harbour.moor(
        "1",
        ship="Ä",
        from_="2021-06-01T12:00:00Z" if is_json else moment,
        class_=model_of(odd, flavour, open=True),
        self_=["a"],
        body_harbour_id="2",
        body=3,
        str=key if is_json else UUID(key),
        any_thing={"a": [None, 1.5]},
    )
    assert caller.result(call) is None
    assert sent_json(service.requests[0]) == {
        "ship": "Ä",
        "from": "2021-06-01T12:00:00Z",
        "class": {"open": True},
        "self": ["a"],
        "harbour_id": "2",
        "body": 3,
        "str": key,
        "any-thing": {"a": [None, 1.5]},
    }


SENT: dict[str, tuple[Calls, str, bytes]] = {
    "members": (
        lambda h: h.report("1", text="Fog"),
        "application/json",
        b'{"text":"Fog"}',
    ),
    "bytes in place of members": (
        lambda h: h.report("1", content=b"U29z"),
        "text/plain",
        b"U29z",
    ),
    "no bytes": (lambda h: h.report("1", content=b""), "text/plain", b""),
    "an object": (
        lambda h: h.import_({"open": True}),
        "application/json",
        b'{"open":true}',
    ),
    "a file in place of an object": (
        lambda h: h.import_(content=io.BytesIO(b"PK")),
        "application/zip",
        b"PK",
    ),
    "another media type": (
        lambda h: h.import_(content=b"PK", headers={"content-type": "image/png"}),
        "image/png",
        b"PK",
    ),
    "a null": (
        lambda h: h.report("1", extra={"text": None}),
        "application/json",
        b'{"text":null}',
    ),
    "another key": (
        lambda h: h.report("1", text="Fog", extra={"at": dt.date(2021, 6, 1)}),
        "application/json",
        b'{"text":"Fog","at":"2021-06-01"}',
    ),
    "another key of an object": (
        lambda h: h.create({"open": True}, extra={"open": None, "x": [1]}),
        "application/json",
        b'{"open":null,"x":[1]}',
    ),
}


@EVERY_KIND
@pytest.mark.parametrize(("call", "type_", "content"), SENT.values(), ids=SENT)
def test_body_has_its_media_type(
    call: Calls, type_: str, content: bytes, kind: str, odd: ModuleType
) -> None:
    service = Service(json_response({"id": "1"}))
    caller = Caller(odd, kind, service)
    caller.result(call(caller.harbour))
    (request,) = service.requests
    assert request.headers["content-type"] == type_
    assert request.read() == content


REFUSED_BODIES: dict[str, tuple[Calls, str]] = {
    "two bodies": (lambda h: h.import_({}, content=b""), "content is the whole body"),
    "bytes and a member": (
        lambda h: h.report("1", text="", content=b""),
        "content is the whole body",
    ),
    "neither": (lambda h: h.import_(), "body can't be None without content"),
    "no body": (lambda h: h.create(None), "body can't be None$"),
    "keys of bytes": (
        lambda h: h.report("1", content=b"", extra={"a": 1}),
        "extra is for a body that is a JSON object",
    ),
    "keys of a reference": (
        lambda h: h.add_pier("1", "https://a/b", extra={"a": 1}),
        "extra is for a body that is a JSON object",
    ),
    "keys of a request without a body": (
        lambda h: h.get("1", extra={"a": 1}),
        "extra is for a body that is a JSON object",
    ),
    "keys of a list": (
        lambda h: h.create([], extra={"a": 1}),
        "extra is for a body that is a JSON object",
    ),
    "an object as bytes": (
        lambda h: h.import_(content={"a": 1}),
        "content must be bytes",
    ),
}


@EVERY_KIND
@pytest.mark.parametrize(
    ("call", "message"), REFUSED_BODIES.values(), ids=REFUSED_BODIES
)
def test_bodies_that_contradict_each_other_are_refused(
    call: Calls, message: str, kind: str, odd: ModuleType
) -> None:
    service = Service()
    caller = Caller(odd, kind, service)
    with pytest.raises(TypeError, match=message):
        caller.result(call(caller.harbour))
    assert service.requests == []


@EVERY_KIND
def test_nothing_is_sent_without_members(kind: str, odd: ModuleType) -> None:
    service = Service(httpx2.Response(204))
    caller = Caller(odd, kind, service)
    caller.result(caller.harbour.moor("1"))
    assert service.requests[0].content == b""
    assert "content-type" not in service.requests[0].headers


REFUSED: dict[str, tuple[Calls, type[Exception], str]] = {
    "None as an ID": (lambda h: h.update(None, {}), TypeError, "harbour_id"),
    "an empty ID": (lambda h: h.get(""), ValueError, "harbour_id can't be ''"),
    "two dots as an ID": (lambda h: h.get(".."), ValueError, "harbour_id can't be"),
    "two dots in a path": (
        lambda h: h.get_chart("1", "a/../b"),
        ValueError,
        "item_path can't be 'a/../b'",
    ),
    "a path that begins with a slash": (
        lambda h: h.get_chart("1", "/a"),
        ValueError,
        "item_path can't be '/a'",
    ),
    "a lone surrogate": (lambda h: h.get("\ud800"), ValueError, "harbour_id"),
    "a list as an ID": (lambda h: h.get({"a": 1}), TypeError, "harbour_id can't be"),
    "arguments that no URL has": (
        lambda h: h.get(coast_id="1"),
        TypeError,
        "valid are: none; harbour_id; coast_id, harbour_id",
    ),
    "both arguments of a function": (
        lambda h: h.get_ships("1", period="a", date=dt.date(2021, 6, 1)),
        TypeError,
        "no URL has these arguments",
    ),
    "an unknown argument": (
        lambda h: h.get("1", selct=["id"]),
        TypeError,
        "unexpected argument 'selct'",
    ),
    "a line break in a header": (
        lambda h: h.delete("1", if_match="1\r\nX: 1"),
        ValueError,
        "If-Match has characters",
    ),
    "a line break in a header of the call": (
        lambda h: h.delete("1", headers={"X": "1\n"}),
        ValueError,
        "X has characters",
    ),
    "the name of a header with a colon": (
        lambda h: h.delete("1", headers={"X: Y": "1"}),
        ValueError,
        "not the name of a header",
    ),
    "the host as a header": (
        lambda h: h.delete("1", headers={"hOST": "other.example"}),
        ValueError,
        "the client itself sets the header",
    ),
    "no time": (lambda h: h.delete("1", timeout=0), ValueError, "timeout must be"),
    "an ID of a reference without a URL": (
        lambda h: h.add_pier("1", "2"),
        ValueError,
        "reference must be a URL",
    ),
    "None as a body": (lambda h: h.update("1", None), TypeError, "body can't be None"),
    "a local time": (
        lambda h: h.moor("1", from_=dt.datetime(2021, 6, 1)),
        ValueError,
        "no time zone",
    ),
}


@EVERY_KIND
@pytest.mark.parametrize(("call", "error", "text"), REFUSED.values(), ids=REFUSED)
def test_call_is_refused(
    call: Calls, error: type[Exception], text: str, kind: str, odd: ModuleType
) -> None:
    service = Service()
    caller = Caller(odd, kind, service)
    with pytest.raises(error, match=text.replace("(", r"\(")):
        caller.result(call(caller.harbour))
    assert service.requests == []


@EVERY_KIND
def test_requests_that_no_page_documents(kind: str, odd: ModuleType) -> None:
    service = Service(json_response({"a": 1}))
    caller = Caller(odd, kind, service)
    call = caller.client.request("post", "/x/y", json={"b": [2]}, query={"c": "&"})
    assert caller.result(call).json() == {"a": 1}
    assert service.lines == ["POST /x/y?c=%26"]
    assert sent_json(service.requests[0]) == {"b": [2]}
    url = f"{URL}/z"
    assert caller.result(caller.client.request("GET", url)).status == 200
    assert service.lines[1:] == ["GET /z"]


CONTENTS: dict[str, Callable[[], object]] = {
    "bytes": lambda: b"abcd",
    "a file": lambda: io.BytesIO(b"abcd"),
    "an iterator": lambda: iter([b"ab", b"cd"]),
    "a list": lambda: [b"ab", b"cd"],
}


@EVERY_KIND
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_bytes_are_sent(
    content: Callable[[], object], kind: str, odd: ModuleType
) -> None:
    received: list[bytes] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        received.append(request.read())
        return httpx2.Response(201)

    service = Service(answer)
    caller = Caller(odd, kind, service)
    caller.result(caller.client.request("PUT", "/x", content=content()))
    assert b"".join(received) == b"abcd"


@pytest.mark.parametrize("content", ["text", {"a": 1}, 5])
def test_other_content_is_refused(content: object, odd: ModuleType) -> None:
    caller = Caller(odd, "Client", Service())
    with pytest.raises(TypeError, match="content must be bytes"):
        caller.client.request("PUT", "/x", content=content)


FOREIGN = (
    "https://other.example/x",
    "https://api.example:444/x",
    "http://api.example/x",
    "https://api.example@other.example/x",
    "https://api.example\\@other.example/x",
    "//other.example/x",
    "https://api.example.other.example/x",
    "x",
    "https:/x",
    "https://api.example/x y",
)


@EVERY_KIND
@pytest.mark.parametrize("url", FOREIGN)
def test_request_to_another_host_is_refused(
    url: str, kind: str, odd: ModuleType
) -> None:
    service = Service()
    caller = Caller(odd, kind, service)
    try:
        caller.result(caller.client.request("GET", url))
    except ValueError:
        assert service.requests == []
    else:
        assert [one.url.host for one in service.requests] == ["api.example"]


WITHOUT_HTTPX2 = """
import sys
sys.modules["httpx2"] = None
from {package} import Client, models, operations, permissions
import {package}.client.microsoft.graph.harbour
assert permissions("microsoft.graph.harbour.list").application
try:
    Client("token", base_url="https://api.example")
except ModuleNotFoundError as error:
    print(error)
"""


@EVERY_FLAVOUR
def test_httpx2_is_needed_for_clients_only(odd: ModuleType, odd_folder: Path) -> None:
    source = WITHOUT_HTTPX2.format(package=odd.__name__)
    completed = subprocess.run(
        [sys.executable, "-c", source],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert completed.stderr == ""
    assert completed.stdout == "a client needs httpx2: python -m pip install httpx2\n"


@EVERY_FLAVOUR
def test_import_of_the_package_loads_no_client(
    odd: ModuleType, odd_folder: Path
) -> None:
    source = f"import sys, {odd.__name__}; print([*sys.modules])"
    completed = subprocess.run(
        [sys.executable, "-c", source],
        cwd=odd_folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{odd.__name__}.client" not in completed.stdout
    assert "httpx2" not in completed.stdout


NAMES_OF_HEADERS = {
    "a media type": "content-type",
    "a media type in capitals": "CONTENT-TYPE",
    "an accepted type": "accept",
}


@EVERY_KIND
@pytest.mark.parametrize("name", NAMES_OF_HEADERS.values(), ids=NAMES_OF_HEADERS)
def test_headers_replace_those_of_the_same_name(name: str, kind: str) -> None:
    caller = Caller(graph, kind, Service())
    upload = caller.client.provisioning_connector.upload_certificate
    headers = {name: "image/png"}
    caller.result(upload("1", b"a", headers=headers))
    caller.result(caller.client.request("PUT", "/x", json={}, headers=headers))
    for request in caller.service.requests:
        assert request.headers.get_list(name) == ["image/png"]


@EVERY_KIND
@pytest.mark.parametrize("name", ["If-None-Match", "if-none-match"])
def test_header_of_an_argument_is_replaced(name: str, kind: str) -> None:
    caller = Caller(graph, kind, Service(json_response({"id": "1"})))
    get = caller.client.provisioning_connector.get
    caller.result(get("1", if_none_match="a", headers={name: "b"}))
    assert caller.service.requests[0].headers.get_list(name) == ["b"]


@EVERY_KIND
@pytest.mark.parametrize("option", ["header", "retries", "content_type"])
def test_unknown_option_of_a_request(option: str, kind: str) -> None:
    caller = Caller(graph, kind, Service())
    with pytest.raises(TypeError, match=option):
        caller.result(caller.client.request("GET", "/x", **{option: "a"}))
    assert not caller.service.requests
