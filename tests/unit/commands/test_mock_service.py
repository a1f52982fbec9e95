"""The service of `docgen mock`, as an ASGI application without a server."""

import asyncio
import json
from collections.abc import Mapping, MutableMapping
from typing import NamedTuple

import pytest

from docgen.commands.mock_service import MockService

BASE_URL = "https://api.example/v1.0"
OWN = "http://127.0.0.1:8000"


class Answered(NamedTuple):
    """An answer of the examples."""

    status_code: int = 200
    headers: Mapping[str, str] = {}
    content: bytes = b""


class Response(NamedTuple):
    """A response of the service."""

    status: int
    headers: dict[str, str]
    body: bytes


class Examples:
    """Answers every request with the same answer; without one, no example has a request."""

    def __init__(self, answer: Answered | None = None, refusal: str = "") -> None:
        self.answer = answer
        self.refusal = refusal
        self.requests: list[tuple[str, str, Mapping[str, str], bytes]] = []
        self.foreign: list[bool] = []

    def __call__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        content: bytes,
        is_foreign: bool,
    ) -> Answered:
        self.requests.append((method, url, headers, content))
        self.foreign.append(is_foreign)
        if self.answer is None:
            raise LookupError(self.refusal or f"no example has {method} {url}")
        return self.answer


def request(
    examples: Examples,
    path: str = "/v1.0/items",
    *,
    method: str = "GET",
    parts: tuple[bytes, ...] = (b"",),
    log: list[str] | None = None,
    **headers: str,
) -> Response:
    """Send a request whose body arrives in parts."""
    service = MockService(examples, BASE_URL, [].append if log is None else log.append)
    target, _, query = path.partition("?")
    named = {"host": "127.0.0.1:8000", **headers}
    scope = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": target,
        "raw_path": target.encode(),
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in named.items()
        ],
    }
    incoming = [
        {"type": "http.request", "body": part, "more_body": number < len(parts)}
        for number, part in enumerate(parts, 1)
    ]
    sent: list[MutableMapping[str, object]] = []

    async def receive() -> MutableMapping[str, object]:
        return incoming.pop(0)

    async def send(message: MutableMapping[str, object]) -> None:
        sent.append(message)

    asyncio.run(service(scope, receive, send))
    start, body = sent
    assert isinstance(start["status"], int)
    listed = start["headers"]
    assert isinstance(listed, list)
    assert isinstance(body["body"], bytes)
    decoded = {name.decode(): value.decode() for name, value in listed}
    return Response(start["status"], decoded, body["body"])


def test_request_is_that_of_the_documented_service() -> None:
    examples = Examples(Answered(204))
    found = request(
        examples, "/v1.0/items/a%20b?$top=1", method="PATCH", parts=(b"{", b"}")
    )
    assert found.status == 204
    ((method, url, headers, content),) = examples.requests
    assert (method, url) == (
        "PATCH",
        "https://api.example/v1.0/items/a%20b?$top=1",
    )
    assert headers == {"host": "127.0.0.1:8000"}
    assert content == b"{}"


LINKS = {
    "next page": (
        {"@odata.nextLink": f"{BASE_URL}/items?$skiptoken=2"},
        {"@odata.nextLink": f"{OWN}/v1.0/items?$skiptoken=2"},
    ),
    "changes": (
        {"@odata.deltaLink": f"{BASE_URL}/items/delta?a=b"},
        {"@odata.deltaLink": f"{OWN}/v1.0/items/delta?a=b"},
    ),
    "upload": (
        {"uploadUrl": "https://files.example:444/1?key=2"},
        {"uploadUrl": f"{OWN}/-/files.example:444/1?key=2"},
    ),
    "other members": (
        {"webUrl": f"{BASE_URL}/x", "text": '"uploadUrl": "https://a.example"'},
        {"webUrl": f"{BASE_URL}/x", "text": '"uploadUrl": "https://a.example"'},
    ),
}


@pytest.mark.parametrize(("documented", "expected"), LINKS.values(), ids=LINKS)
def test_links_lead_to_the_service(documented: object, expected: object) -> None:
    answer = Answered(
        200, {"content-type": "application/json"}, json.dumps(documented).encode()
    )
    found = request(Examples(answer))
    assert json.loads(found.body) == expected
    assert found.headers["content-length"] == str(len(found.body))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (f"{BASE_URL}/operations/1", f"{OWN}/v1.0/operations/1"),
        ("https://monitor.example/1?a=b", f"{OWN}/-/monitor.example/1?a=b"),
        ("/operations('1')", "/operations('1')"),
    ],
)
def test_locations_lead_to_the_service(location: str, expected: str) -> None:
    found = request(Examples(Answered(202, {"location": location})))
    assert found.headers["location"] == expected


def test_url_of_another_host_is_what_the_examples_have() -> None:
    examples = Examples(Answered(200))
    request(examples, "/-/monitor.example/1?a=b")
    request(examples, "/v1.0/items")
    assert examples.requests[0][1] == "https://monitor.example/1?a=b"
    assert examples.foreign == [True, False]


def test_body_that_is_not_json_is_unchanged() -> None:
    body = b'\xff"@odata.nextLink": "https://api.example/v1.0/items"'
    answer = Answered(200, {"content-type": "application/octet-stream"}, body)
    assert request(Examples(answer)).body == body


def test_json_that_is_not_utf8_is_unchanged() -> None:
    answer = Answered(200, {"content-type": "application/json"}, b'"\xff"')
    assert request(Examples(answer)).body == b'"\xff"'


def test_request_that_no_example_has() -> None:
    log: list[str] = []
    found = request(Examples(), log=log)
    assert found.status == 501
    message = f"no example has GET {BASE_URL}/items"
    error = {"code": "undocumentedRequest", "message": message}
    assert json.loads(found.body) == {"error": error}
    assert log == [f"GET /v1.0/items 501\n{message}"]


def test_lines_about_a_request_are_one_line_in_the_answer() -> None:
    examples = Examples(refusal="no example has GET /a\n  the option b=1 is added")
    found = request(examples)
    error = {
        "code": "undocumentedRequest",
        "message": "no example has GET /a; the option b=1 is added",
    }
    assert json.loads(found.body) == {"error": error}


def test_start_and_end_of_the_server() -> None:
    incoming = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent: list[object] = []

    async def receive() -> MutableMapping[str, object]:
        return dict(incoming.pop(0))

    async def send(message: MutableMapping[str, object]) -> None:
        sent.append(message["type"])

    service = MockService(Examples(), BASE_URL, [].append)
    asyncio.run(service({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
