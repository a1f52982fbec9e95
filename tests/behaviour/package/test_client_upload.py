"""Uploads in parts to the URL of an upload session."""

import asyncio
import io
import os
import re
import tempfile
from collections.abc import Callable
from typing import Any, BinaryIO

import httpx2
import pytest
from service import EVERY_KIND, URL, Caller, Service, json_response

import graph

UNIT = 320 * 1024
SESSION = "https://files.example/session?key=1"
CONTENT = bytes(range(256)) * (UNIT // 64)  # 4 units
RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")


class Storage:
    """Keeps the parts of an upload; `events` are what it answers before it does that."""

    def __init__(self, *events: httpx2.Response | Exception | None) -> None:
        self.events = list(events)
        self.content = b""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        event = self.events.pop(0) if self.events else None
        if isinstance(event, Exception):
            raise event
        if event:
            return httpx2.Response(event.status_code, headers=event.headers)
        if request.method == "GET":
            return json_response(self.state)
        found = RANGE.fullmatch(request.headers["content-range"])
        assert found
        start, end, size = map(int, found.groups())
        assert len(request.content) == end - start + 1
        if start != len(self.content):
            return httpx2.Response(416)
        self.content += request.content
        if len(self.content) < size:
            return json_response(self.state, 202)
        return json_response({"id": "file"}, 201)

    @property
    def state(self) -> dict[str, object]:
        return {"nextExpectedRanges": [f"{len(self.content)}-"]}


def upload(
    kind: str,
    storage: Storage,
    content: bytes | BinaryIO = CONTENT,
    **options: object,
) -> tuple[graph.Response, Service]:
    """Upload to a storage; return the last response and the service."""
    service = Service(storage)
    caller = Caller(graph, kind, service)
    options = {"part_size": UNIT, **options}
    return caller.result(caller.client.upload(SESSION, content, **options)), service


@EVERY_KIND
@pytest.mark.parametrize("size", [1, UNIT - 1, UNIT, UNIT + 1, 3 * UNIT])
def test_bytes_are_uploaded_in_parts(size: int, kind: str) -> None:
    storage = Storage()
    response, service = upload(kind, storage, CONTENT[:size])
    assert storage.content == CONTENT[:size]
    assert response.status == 201
    assert response.json() == {"id": "file"}
    assert len(service.requests) == -(-size // UNIT)


def temporary() -> BinaryIO:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the test closes it
    file.write(CONTENT)
    return file


class Slow(io.BytesIO):
    """A file that returns at most 100,000 bytes at once."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 0, 100_000))


FILES: dict[str, Callable[[], BinaryIO]] = {
    "in memory": lambda: io.BytesIO(CONTENT),
    "on the disk, read already": temporary,
    "that returns fewer bytes than asked for": lambda: Slow(CONTENT),
}


@EVERY_KIND
@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_file_is_uploaded_from_its_beginning(
    file: Callable[[], BinaryIO], kind: str
) -> None:
    storage = Storage()
    with file() as content:
        upload(kind, storage, content)
    assert storage.content == CONTENT


@EVERY_KIND
def test_no_token_is_sent(kind: str) -> None:
    _, service = upload(kind, Storage())
    for request in service.requests:
        assert "authorization" not in request.headers
        assert str(request.url) == SESSION


@EVERY_KIND
def test_progress_and_responses(kind: str) -> None:
    progress: list[tuple[int, int]] = []
    seen: list[graph.Response] = []
    upload(
        kind,
        Storage(),
        on_progress=lambda done, size: progress.append((done, size)),
        on_response=seen.append,
    )
    assert progress == [(number * UNIT, 4 * UNIT) for number in range(1, 5)]
    assert [one.status for one in seen] == [202, 202, 202, 201]


INTERRUPTIONS: dict[str, list[httpx2.Response | Exception | None]] = {
    "a throttled part": [None, httpx2.Response(429, headers={"Retry-After": "1"})],
    "a part that fails": [None, httpx2.Response(503)],
    "an internal error": [None, httpx2.Response(500)],
    "an error of a gateway": [None, httpx2.Response(502)],
    "a connection that breaks": [None, httpx2.ReadError("broken")],
}


@EVERY_KIND
@pytest.mark.parametrize("events", INTERRUPTIONS.values(), ids=INTERRUPTIONS)
def test_part_is_repeated(
    events: list[httpx2.Response | Exception | None], kind: str
) -> None:
    storage = Storage(*events)
    _, service = upload(kind, storage)
    assert storage.content == CONTENT
    assert len(service.requests) == 5
    assert len(service.slept) == 1


class Forgetful(Storage):
    """Receives the second part, but the connection breaks before its response."""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        is_second = len(self.content) == UNIT and request.method == "PUT"
        found = super().__call__(request)
        if is_second and len(self.content) == 2 * UNIT:
            raise httpx2.ReadError("broken")
        return found


@EVERY_KIND
def test_part_that_the_service_has_already(kind: str) -> None:
    storage = Forgetful()
    _, service = upload(kind, storage)
    assert storage.content == CONTENT
    assert [one.method for one in service.requests].count("GET") == 1


class Partial(Storage):
    """Keeps only half of the second part."""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        is_second = len(self.content) == UNIT
        found = super().__call__(request)
        if not is_second:
            return found
        self.content = self.content[: UNIT + UNIT // 2]
        return json_response(self.state, 202)


@EVERY_KIND
def test_upload_continues_where_the_service_expects_it(kind: str) -> None:
    storage = Partial()
    upload(kind, storage)
    assert storage.content == CONTENT


class Renamed(Storage):
    """Answers each part with one status, and names the next range under a key."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__()
        self.status, self.key = status, key

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        found = super().__call__(request)
        if found.status_code == 201:
            return found
        return json_response({self.key: [str(len(self.content))]}, self.status)


@EVERY_KIND
@pytest.mark.parametrize("key", ["nextExpectedRanges", "NextExpectedRanges"])
@pytest.mark.parametrize("status", [200, 201, 202])
def test_status_alone_does_not_end_an_upload(status: int, key: str, kind: str) -> None:
    storage = Renamed(status, key)
    response, _ = upload(kind, storage)
    assert storage.content == CONTENT
    assert response.json() == {"id": "file"}


@EVERY_KIND
@pytest.mark.parametrize("status", [200, 201, 204])
def test_response_that_ends_an_upload_too_early(status: int, kind: str) -> None:
    with pytest.raises(graph.UnexpectedResponse, match="expected the next range"):
        upload(kind, Storage(None, httpx2.Response(status)))


@EVERY_KIND
@pytest.mark.parametrize("status", [200, 202])
def test_session_that_another_request_completes(status: int, kind: str) -> None:
    service = Service(json_response({"nextExpectedRanges": []}, status))
    caller = Caller(graph, kind, service)
    response = caller.result(caller.client.upload(SESSION, CONTENT))
    assert response.status == status
    assert len(service.requests) == 1


@EVERY_KIND
def test_error_that_stays_is_raised(kind: str) -> None:
    service = Service(httpx2.Response(500))
    caller = Caller(graph, kind, service, retries=2)
    with pytest.raises(graph.ServerError):
        caller.result(caller.client.upload(SESSION, CONTENT))
    assert len(service.requests) == 3
    assert len(service.slept) == 2


@EVERY_KIND
@pytest.mark.parametrize("type_", [bytes, bytearray, memoryview])
def test_content_of_other_types(type_: Callable[[bytes], bytes], kind: str) -> None:
    storage = Storage()
    upload(kind, storage, type_(CONTENT))
    assert storage.content == CONTENT


def test_file_that_is_not_seekable() -> None:
    readable, writable = os.pipe()
    os.close(writable)
    with os.fdopen(readable, "rb") as file, pytest.raises(ValueError, match="seekable"):
        upload("Client", Storage(), file)


@EVERY_KIND
def test_session_that_expired(kind: str) -> None:
    with pytest.raises(graph.NotFound):
        upload(kind, Storage(None, httpx2.Response(404)))


@EVERY_KIND
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({}, "expected the next range"),
        ({"nextExpectedRanges": "0-"}, "expected the next range"),
        ({"nextExpectedRanges": ["x-"]}, "expected the next range"),
        ({"nextExpectedRanges": [5]}, "expected the next range"),
        ({"nextExpectedRanges": [f"{4 * UNIT}-"]}, "expected the next range"),
        ({"nextExpectedRanges": ["0-"]}, "does not advance"),
    ],
    ids=str,
)
def test_invalid_state(body: object, reason: str, kind: str) -> None:
    service = Service(json_response(body, 202))
    caller = Caller(graph, kind, service)
    with pytest.raises(graph.UnexpectedResponse, match=reason):
        caller.result(caller.client.upload(SESSION, CONTENT))
    assert len(service.requests) <= 3


REFUSED: dict[str, tuple[tuple[Any, ...], dict[str, Any], type[Exception]]] = {
    "http on another host": (("http://files.example/1", b"1"), {}, ValueError),
    "no URL": (("session", b"1"), {}, ValueError),
    "None as the URL": ((None, b"1"), {}, TypeError),
    "a URL with a user": (("https://a@files.example/1", b"1"), {}, ValueError),
    "no bytes": ((SESSION, b""), {}, ValueError),
    "a wrong size of parts": ((SESSION, b"1"), {"part_size": 1000}, ValueError),
    "a path": ((SESSION, "scan.pdf"), {}, TypeError),
    "a file in text mode": ((SESSION, io.StringIO("text")), {}, TypeError),
    "a list": ((SESSION, [b"1"]), {}, TypeError),
    "a header": ((SESSION, b"1"), {"headers": {"X-Y": "1"}}, TypeError),
    "a query option": ((SESSION, b"1"), {"query": {"a": "1"}}, TypeError),
    "an unknown argument": ((SESSION, b"1"), {"name": "a"}, TypeError),
    "no part": ((SESSION, b"1"), {"part_size": 0}, ValueError),
    "no timeout": ((SESSION, b"1"), {"timeout": 0}, ValueError),
}


@EVERY_KIND
@pytest.mark.parametrize(
    ("arguments", "options", "error"), REFUSED.values(), ids=REFUSED
)
def test_wrong_arguments_send_nothing(
    arguments: tuple[Any, ...],
    options: dict[str, Any],
    error: type[Exception],
    kind: str,
) -> None:
    service = Service()
    caller = Caller(graph, kind, service)
    with pytest.raises(error):
        caller.result(caller.client.upload(*arguments, **options))
    assert not service.requests


def test_session_on_a_local_service() -> None:
    base_url = "http://127.0.0.1:8000/v1.0"
    storage = Storage()
    service = Service(storage)
    client = Caller(graph, "Client", service, base_url=base_url).client
    client.upload("http://127.0.0.1:8000/session/1", CONTENT)
    assert storage.content == CONTENT


def test_file_that_becomes_shorter() -> None:
    file = io.BytesIO(CONTENT)

    def shorten(done: int, size: int) -> None:
        del size
        file.truncate(done)

    with pytest.raises(ValueError, match="became shorter"):
        upload("Client", Storage(), file, on_progress=shorten)


def test_file_that_becomes_shorter_by_some_bytes() -> None:
    file = io.BytesIO(CONTENT)
    storage = Storage()
    with pytest.raises(ValueError, match="became shorter"):
        upload(
            "Client",
            storage,
            file,
            on_progress=lambda _, size: file.truncate(size - 1),
        )
    assert storage.content == CONTENT[: 3 * UNIT]


def test_file_that_becomes_longer() -> None:
    file = io.BytesIO(CONTENT)

    def lengthen(done: int, size: int) -> None:
        del done, size
        file.seek(0, 2)
        file.write(b"more")

    storage = Storage()
    upload("Client", storage, file, on_progress=lengthen)
    assert storage.content == CONTENT


def test_uploads_of_several_tasks() -> None:
    storages = [Storage(), Storage()]
    callers = [Caller(graph, "AsyncClient", Service(one)) for one in storages]

    async def main() -> None:
        await asyncio.gather(
            *(one.client.upload(SESSION, CONTENT, part_size=UNIT) for one in callers)
        )

    asyncio.run(main())
    assert [one.content for one in storages] == [CONTENT, CONTENT]
    assert URL not in str(callers[0].service.requests[0].url)
