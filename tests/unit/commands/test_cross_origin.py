"""What browser programs of other origins may do with the service of `docgen mock`."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest

from docgen.commands.asgi import AsgiMessage, AsgiReceive, AsgiScope, AsgiSend
from docgen.commands.cross_origin import CrossOrigin, valid_origin
from docgen.commands.errors import UsageError

PAGE = "http://localhost:3000"
PREFLIGHT = {
    "access-control-request-method": "PATCH",
    "access-control-request-headers": "authorization,content-type",
}

ASKS = {"origin": PAGE, **PREFLIGHT}


class Response(NamedTuple):
    """A response; `is_answered` if the application was asked."""

    status: object
    headers: dict[str, str]
    is_answered: bool


def request(
    origins: Sequence[str],
    *,
    method: str = "GET",
    answered: Sequence[tuple[bytes, bytes]] = ((b"location", b"/1"),),
    log: list[str] | None = None,
    headers: Mapping[str, str] = {},
) -> Response:
    """Send a request to an application that answers with status 202."""
    sent: list[AsgiMessage] = []
    asked: list[AsgiScope] = []

    async def application(
        scope: AsgiScope, _receive: AsgiReceive, send: AsgiSend
    ) -> None:
        asked.append(scope)
        start = {"type": "http.response.start", "status": 202}
        await send({**start, "headers": [*answered]})
        await send({"type": "http.response.body", "body": b"x"})

    async def receive() -> AsgiMessage:
        return {"type": "http.request"}

    async def send(message: AsgiMessage) -> None:
        sent.append(message)

    service = CrossOrigin(
        application, origins, [].append if log is None else log.append
    )
    scope = {
        "type": "http",
        "method": method,
        "path": "/v1.0/items",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(service(scope, receive, send))
    start, body = sent
    assert body["body"] == (b"x" if asked else b"")
    pairs = start["headers"]
    assert isinstance(pairs, list)
    return Response(
        start["status"], {k.decode(): v.decode() for k, v in pairs}, bool(asked)
    )


@pytest.mark.parametrize(
    ("origins", "named"),
    [([PAGE], PAGE), (["https://a.example", PAGE], PAGE), (["*"], "*")],
)
def test_preflight_of_an_allowed_origin(origins: list[str], named: str) -> None:
    log: list[str] = []
    found = request(origins, method="OPTIONS", log=log, headers=ASKS)
    assert (found.status, found.is_answered) == (204, False)
    assert found.headers["access-control-allow-origin"] == named
    assert "PATCH" in found.headers["access-control-allow-methods"].split(", ")
    allowed = found.headers["access-control-allow-headers"]
    assert allowed == "authorization,content-type"
    assert found.headers["access-control-max-age"] == "600"
    assert found.headers["vary"].startswith("origin, ")
    assert log == ["OPTIONS /v1.0/items 204"]


@pytest.mark.parametrize("origins", [[], ["http://localhost:3001"], ["null"]])
def test_preflight_of_another_origin_is_refused(origins: list[str]) -> None:
    log: list[str] = []
    found = request(origins, method="OPTIONS", log=log, headers=ASKS)
    assert (found.status, found.is_answered) == (403, False)
    assert [*found.headers] == ["vary"]
    hint = f"`--cors {PAGE}` allows programs of this origin"
    assert log == [f"OPTIONS /v1.0/items 403\n{hint}"]


def test_all_headers_of_a_response_are_shown_to_the_program() -> None:
    answered = [(b"location", b"/1"), (b"retry-after", b"2"), (b"vary", b"accept")]
    found = request([PAGE], answered=answered, headers={"origin": PAGE})
    assert (found.status, found.is_answered) == (202, True)
    assert found.headers == {
        "location": "/1",
        "retry-after": "2",
        "vary": "accept, origin",
        "access-control-allow-origin": PAGE,
        "access-control-expose-headers": "location, retry-after, vary",
    }


@pytest.mark.parametrize(
    ("origins", "headers"),
    [([], {"origin": PAGE}), (["*"], {}), ([PAGE], {"origin": "http://localhost"})],
    ids=["no origin allowed", "not from a browser", "another origin"],
)
def test_other_responses_are_unchanged(
    origins: list[str], headers: dict[str, str]
) -> None:
    found = request(origins, headers=headers)
    assert found == Response(202, {"location": "/1"}, True)


def test_options_that_is_not_a_preflight_is_a_request() -> None:
    assert request([PAGE], method="OPTIONS", headers={"origin": PAGE}).is_answered
    assert request([PAGE], method="OPTIONS", headers=PREFLIGHT).is_answered
    assert request([PAGE], method="PATCH", headers=ASKS).is_answered


ORIGINS = [
    ("*", "*"),
    ("null", "null"),
    ("http://localhost:3000", "http://localhost:3000"),
    ("HTTP://LocalHost:3000/", "http://localhost:3000"),
    ("https://app.example", "https://app.example"),
    ("https://app.example:443", "https://app.example"),
    ("http://app.example:443", "http://app.example:443"),
    ("http://[::1]:8080", "http://[::1]:8080"),
    ("tauri://localhost", "tauri://localhost"),
    ("chrome-extension://abc", "chrome-extension://abc"),
]


@pytest.mark.parametrize(("text", "expected"), ORIGINS)
def test_origin_as_browsers_send_it(text: str, expected: str) -> None:
    assert valid_origin(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "localhost:3000",
        "http://",
        "http://app.example/page",
        "http://a@app.example",
        "https://*.example",
        "http://app.example:x",
        "http://app.example?a",
        "http://a.example http://b.example",
    ],
)
def test_text_that_is_not_an_origin(text: str) -> None:
    with pytest.raises(UsageError, match="is not an origin; write one such as"):
        valid_origin(text)
