"""A server that misbehaves causes neither a hang nor a leak, but the right exception."""

import asyncio
import gzip
import json
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

import pytest
import trio

import graph
from graph import _driver

pytestmark = pytest.mark.filterwarnings(
    # In trio, httpcore2 does not close its own generators when a body is not read to its end.
    "ignore:Exception ignored in. <async_generator object PoolByteStream"
    ":pytest.PytestUnraisableExceptionWarning"
)

Respond = Callable[[BaseHTTPRequestHandler], None]


def respond(
    handler: BaseHTTPRequestHandler, status: int, content: bytes = b"", **headers: str
) -> None:
    """Send a response; underscores in names of headers are hyphens."""
    handler.send_response(status)
    headers = {"Content_Length": str(len(content)), **headers}
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


class Server(ThreadingHTTPServer):
    """A server on this computer; `received` are the paths and the headers of requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.respond: Respond = lambda handler: respond(handler, 204)
        self.received: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1.0"


class Handler(BaseHTTPRequestHandler):
    """Records requests, and leaves the response to the server."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.received.append((self.path, dict(self.headers)))
        with suppress(OSError):  # the client may close the connection
            self.server.respond(self)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,))
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture
def other() -> Iterator[Server]:
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,))
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def listed(server: Server, **options: Any) -> list[Any]:  # noqa: ANN401 - any option
    """Return all runs."""
    with graph.Client("secret", base_url=server.url, **options) as client:
        return [*client.provisioning.run.list("1")]


async def listed_later(server: Server, **options: Any) -> list[Any]:  # noqa: ANN401
    """Return all runs."""
    async with graph.AsyncClient("secret", base_url=server.url, **options) as client:
        return [run async for run in client.provisioning.run.list("1")]


def in_asyncio(server: Server, **options: Any) -> list[Any]:  # noqa: ANN401
    return asyncio.run(listed_later(server, **options))


def in_trio(server: Server, **options: Any) -> list[Any]:  # noqa: ANN401
    async def main() -> list[Any]:
        return await listed_later(server, **options)

    return trio.run(main)


Lists = Callable[..., list[Any]]
EVERY_WAY = pytest.mark.parametrize("way", [listed, in_asyncio, in_trio])


def page(*ids: str, **links: str) -> bytes:
    items = [{"id": one} for one in ids]
    return json.dumps({"value": items, **links}).encode()


@EVERY_WAY
def test_many_pages(way: Lists, server: Server) -> None:
    numbers = iter(range(200))

    def answer(handler: BaseHTTPRequestHandler) -> None:
        number = next(numbers, None)
        link = {} if number is None else {"@odata.nextLink": f"/x?page={number}"}
        respond(handler, 200, page("a", **link))

    server.respond = answer
    assert len(way(server)) == 201


@EVERY_WAY
def test_storm_of_429(way: Lists, server: Server) -> None:
    server.respond = lambda handler: respond(handler, 429, Retry_After="0")
    with pytest.raises(graph.TooManyRequests):
        way(server)
    assert len(server.received) == 4


@EVERY_WAY
def test_half_a_body(way: Lists, server: Server) -> None:
    server.respond = lambda handler: respond(
        handler, 200, b'{"value": [', Content_Length="1000"
    )
    with pytest.raises(graph.ConnectionFailed):
        way(server)


def keep_silent(handler: BaseHTTPRequestHandler) -> None:
    respond(handler, 200, b"{", Content_Length="1000")
    time.sleep(3)


def send_slowly(handler: BaseHTTPRequestHandler) -> None:
    respond(handler, 200, b"{", Content_Length="1000")
    for _ in range(60):
        time.sleep(0.05)
        handler.wfile.write(b" ")


@EVERY_WAY
@pytest.mark.parametrize("answer", [keep_silent, send_slowly])
def test_slow_body(answer: Respond, way: Lists, server: Server) -> None:
    server.respond = answer
    started = time.monotonic()
    with pytest.raises(graph.CallTimedOut):
        way(server, timeout=0.15)
    assert time.monotonic() - started < 3


@EVERY_WAY
@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip"])
def test_body_that_grows(
    encoding: str, way: Lists, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_driver, "LARGEST_BODY", 2**20)
    bomb = b" " * (64 * 2**20)
    for _ in encoding.split(","):
        bomb = gzip.compress(bomb, 1)
    server.respond = lambda handler: respond(
        handler, 200, bomb, Content_Encoding=encoding
    )
    tracemalloc.start()
    try:
        with pytest.raises(graph.UnexpectedResponse, match="too large"):
            way(server)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 32 * 2**20


WRONG_BODIES = {
    "HTML": (b"<html></html>", "text/html", "the body is not JSON, but text/html"),
    "HTML that is called JSON": (b"<html>", "application/json", "is not JSON, but"),
    "a list": (b"[1]", "application/json", "expected an object"),
    "text": (b'"a"', "application/json", "expected an object"),
    "nothing": (b"", "application/json", "the status 200 without a body"),
    "bytes": (b"\xff\xfe\x00", "image/png", "is not JSON, but image/png"),
}


@EVERY_WAY
@pytest.mark.parametrize(
    ("content", "media_type", "message"), WRONG_BODIES.values(), ids=WRONG_BODIES
)
def test_wrong_content(
    content: bytes, media_type: str, message: str, way: Lists, server: Server
) -> None:
    server.respond = lambda handler: respond(
        handler, 200, content, Content_Type=media_type
    )
    with pytest.raises(graph.UnexpectedResponse, match=message):
        way(server)


@EVERY_WAY
@pytest.mark.parametrize("length", [1, 2, 5])
def test_links_that_lead_back(length: int, way: Lists, server: Server) -> None:
    numbers = count()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        link = f"/x?page={next(numbers) % length}"
        respond(handler, 200, page("a", **{"@odata.nextLink": link}))

    server.respond = answer
    with pytest.raises(graph.UnexpectedResponse, match="the pages don't end"):
        way(server)
    assert len(server.received) == length + 1


@EVERY_WAY
def test_invalid_compression(way: Lists, server: Server) -> None:
    server.respond = lambda handler: respond(
        handler, 200, b"no gzip", Content_Encoding="gzip"
    )
    with pytest.raises(graph.ConnectionFailed):
        way(server)


@EVERY_WAY
def test_other_host_gets_nothing(way: Lists, server: Server, other: Server) -> None:
    link = f"{other.url}/x"
    answers: list[Respond] = [
        lambda handler: respond(handler, 302, Location=link),
        lambda handler: respond(handler, 200, page(**{"@odata.nextLink": link})),
    ]
    for answer in answers:
        server.respond = answer
        with pytest.raises(graph.UnexpectedResponse):
            way(server)
    assert other.received == []


@EVERY_WAY
def test_token_is_sent_to_the_service(way: Lists, server: Server) -> None:
    server.respond = lambda handler: respond(handler, 200, page("a"))
    assert [one.id for one in way(server)] == ["a"]
    (_, headers), *_ = server.received
    assert headers["Authorization"] == "Bearer secret"


@EVERY_WAY
def test_connection_that_is_refused(way: Lists, server: Server) -> None:
    server.server_close()
    with pytest.raises(graph.ConnectionFailed, match="connect error"):
        way(server, retries=0)


@EVERY_WAY
def test_no_http(way: Lists, server: Server) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\x01no http\r\n\r\n")

    server.respond = answer
    with pytest.raises(graph.ConnectionFailed):
        way(server, retries=0)
