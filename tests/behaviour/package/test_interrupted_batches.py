"""Batches that fail in the middle, and batches that are sent again."""

import asyncio
import contextlib
import io
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from batches import answered, entry, requests_of, send, sender
from service import EVERY_KIND, Caller, json_response

import graph

JOBS = "/servicePrincipals/p/synchronization/jobs"


def jobs_in(
    caller: Caller, batch: graph.Batch | graph.AsyncBatch, *ids: str
) -> list[Any]:
    """Add a call for each job."""
    get: Callable[..., Any] = caller.client.synchronization_job.get
    return [batch.add(get, "p", id_) for id_ in ids]


def job(number: int) -> dict[str, object]:
    return entry(number, body={"id": f"job {number}"})


class Credential:
    """A function that returns tokens, and raises an exception at some calls."""

    def __init__(self, *failing: int, error: BaseException) -> None:
        self.failing = failing
        self.error = error
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        if self.calls in self.failing:
            raise self.error
        return "secret-token"


ERRORS = {
    "an error of the credential": PermissionError("sign in"),
    "an interruption": KeyboardInterrupt(),
    "a token that is missing": StopIteration(),
}


@EVERY_KIND
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_credential_that_fails_once(error: BaseException, at: int, kind: str) -> None:
    credential = Credential(at, error=error)
    caller = sender(kind, answered(job(1), job(2), job(3)), credential=credential)
    batch = caller.client.batch()
    calls = jobs_in(caller, batch, "1", "2", "3")
    expected = RuntimeError if isinstance(error, StopIteration) else type(error)
    with pytest.raises(expected):
        send(caller, batch)
    assert not caller.service.requests
    with pytest.raises(RuntimeError, match="was not sent"):
        calls[0].result()
    send(caller, batch)
    assert [one["url"] for one in requests_of(caller)] == [
        f"{JOBS}/{number}" for number in "123"
    ]
    assert [call.result().id for call in calls] == ["job 1", "job 2", "job 3"]


@EVERY_KIND
def test_credential_that_has_no_more_tokens(kind: str) -> None:
    tokens = iter(["secret-token"])
    caller = sender(kind, json_response({"id": "a"}), credential=lambda: next(tokens))
    get = caller.client.synchronization_job.get
    assert caller.result(get("p", "a")).id == "a"
    with pytest.raises(RuntimeError):
        caller.result(get("p", "a"))


def interrupted(error: BaseException) -> Callable[[httpx2.Request], httpx2.Response]:
    def answer(request: httpx2.Request) -> httpx2.Response:
        del request
        raise error

    return answer


INTERRUPTIONS: dict[str, tuple[BaseException, type[Exception]]] = {
    "from the keyboard": (KeyboardInterrupt(), graph.ConnectionFailed),
    "the end of the program": (SystemExit(1), graph.ConnectionFailed),
    "an error of an event hook": (LookupError("hook"), LookupError),
}


@EVERY_KIND
@pytest.mark.parametrize(
    ("error", "expected"), INTERRUPTIONS.values(), ids=INTERRUPTIONS
)
def test_interrupted_request_is_not_sent_again(
    error: BaseException, expected: type[Exception], kind: str
) -> None:
    caller = sender(kind, interrupted(error))
    batch = caller.client.batch()
    (call,) = jobs_in(caller, batch, "1")
    with pytest.raises(type(error)):
        send(caller, batch)
    send(caller, batch)
    assert len(caller.service.requests) == 1
    with pytest.raises(expected):
        call.result()


def test_cancelled_batch() -> None:
    started: list[asyncio.Event] = []

    async def main() -> None:
        caller = sender("AsyncClient")
        event = asyncio.Event()

        async def wait(request: httpx2.Request) -> httpx2.Response:
            started.append(event)
            event.set()
            del request
            await asyncio.sleep(60)
            raise AssertionError

        caller.client._driver.transport.http = httpx2.AsyncClient(
            transport=httpx2.MockTransport(wait)
        )
        batch = caller.client.batch()
        (call,) = jobs_in(caller, batch, "1")
        task = asyncio.create_task(batch.send())
        await event.wait()
        with pytest.raises(RuntimeError, match="is being sent"):
            await batch.send()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        with pytest.raises(graph.ConnectionFailed, match="interrupted") as caught:
            call.result()
        assert caught.value.was_sent
        await batch.send()

    asyncio.run(main())
    assert len(started) == 1


@EVERY_KIND
def test_calls_after_a_request_that_failed_are_sent_later(kind: str) -> None:
    everything = answered(*(job(number) for number in range(1, 21)))
    caller = sender(
        kind, httpx2.ConnectError("refused"), everything, everything, retries=0
    )
    batch = caller.client.batch()
    calls = jobs_in(caller, batch, *map(str, range(45)))
    with pytest.raises(graph.ConnectionFailed):
        send(caller, batch)
    send(caller, batch)
    assert [len(requests_of(caller, index)) for index in (1, 2)] == [20, 5]
    failed = [call for call in calls if call.exception()]
    assert failed == calls[:20]
    assert calls[44].result().id == "job 5"


def raising(response: graph.Response) -> None:
    raise LookupError(response.status)


@EVERY_KIND
def test_error_of_a_function_of_the_user_is_that_of_its_call(kind: str) -> None:
    caller = sender(kind, answered(job(1), job(2), job(3)))
    get = caller.client.synchronization_job.get
    batch = caller.client.batch()
    calls = [
        batch.add(get, "p", "1"),
        batch.add(get, "p", "2", on_response=raising),
        batch.add(get, "p", "3"),
    ]
    send(caller, batch)
    assert calls[0].result().id == "job 1"
    assert isinstance(calls[1].exception(), LookupError)
    assert calls[2].result().id == "job 3"
    send(caller, batch)
    with pytest.raises(LookupError, match="200"):
        calls[1].result()
    assert len(caller.service.requests) == 1


@EVERY_KIND
def test_calls_that_are_added_after_sending(kind: str) -> None:
    caller = sender(kind, answered(job(1)))
    batch = caller.client.batch(in_order=True)
    for number in range(21):
        (call,) = jobs_in(caller, batch, str(number))
        send(caller, batch)
        assert call.result().id == "job 1"
    assert [one["url"] for one in requests_of(caller, 20)] == [f"{JOBS}/20"]


@EVERY_KIND
def test_call_that_was_carried_out_is_not_sent_again(kind: str) -> None:
    caller = sender(
        kind,
        answered(entry(1, 429, None, Retry_After="1"), entry(2, 204), entry(3, 404)),
        answered(entry(1, 204)),
    )
    jobs = caller.client.synchronization_job
    batch = caller.client.batch(in_order=True)
    calls = [batch.add(jobs.start, "p", number) for number in "123"]
    send(caller, batch)
    assert [len(requests_of(caller, index)) for index in range(2)] == [3, 1]
    assert [type(call.exception()) for call in calls] == [
        type(None),
        type(None),
        graph.NotFound,
    ]


REFUSED_RESPONSES: dict[str, tuple[dict[str, Any], ...]] = {
    "true as the status": ({"id": "1", "status": True},),
    "0 as the status": ({"id": "1", "status": 0},),
    "a negative status": ({"id": "1", "status": -1},),
    "a status that is not the last": ({"id": "1", "status": 100},),
    "999 as the status": ({"id": "1", "status": 999},),
    "two responses": (entry(1, 204), entry(1, 404)),
    "three responses": (entry(1, 204), entry(1, 404), entry(1, 204)),
}


@EVERY_KIND
@pytest.mark.parametrize("responses", REFUSED_RESPONSES.values(), ids=REFUSED_RESPONSES)
def test_response_that_is_not_valid(
    responses: tuple[dict[str, Any], ...], kind: str
) -> None:
    caller = sender(kind, answered(*responses))
    batch = caller.client.batch()
    call = batch.add(caller.client.synchronization_job.start, "p", "1")
    send(caller, batch)
    with pytest.raises(graph.UnexpectedResponse, match="no valid response"):
        call.result()


@EVERY_KIND
def test_headers_of_other_types_are_ignored(kind: str) -> None:
    throttled = entry(1, 429, None)
    throttled["headers"] = {"Retry-After": 7, "x": None, "y": ["a"], "z": True}
    caller = sender(kind, answered(throttled), answered(entry(1, 204)))
    seen: list[graph.Response] = []
    batch = caller.client.batch()
    start = caller.client.synchronization_job.start
    batch.add(start, "p", "1", on_response=seen.append)
    send(caller, batch)
    assert caller.service.slept == [7]


BODIES: dict[str, tuple[str, bytes]] = {
    "base64": (b64encode(b"\xff\xfe\0>>?").decode(), b"\xff\xfe\0>>?"),
    "base64 of URLs": (urlsafe_b64encode(b"\xff\xfe\0>>?").decode(), b"\xff\xfe\0>>?"),
    "base64 without padding": ("AGxvZzE", b"\0log1"),
    "text": ("Hello, world!", b"Hello, world!"),
    "lines": ("a,b\r\n1,2\r\n", b"a,b\r\n1,2\r\n"),
}


@EVERY_KIND
@pytest.mark.parametrize(("body", "content"), BODIES.values(), ids=BODIES)
def test_body_that_is_not_json(body: str, content: bytes, kind: str) -> None:
    caller = sender(kind, answered(entry(1, 200, body, Content_Type="text/csv")))
    batch = caller.client.batch()
    call = batch.add(caller.client.provisioning.run.get_log, "1", "2")
    send(caller, batch)
    assert b"".join(caller.all_of(call.result())) == content


@EVERY_KIND
def test_json_in_base64(kind: str) -> None:
    body = b64encode(b'{"id": "a"}').decode()
    caller = sender(
        kind, answered(entry(1, 200, body, Content_Type="application/json"))
    )
    batch = caller.client.batch()
    (call,) = jobs_in(caller, batch, "1")
    send(caller, batch)
    assert call.result().id == "a"


SURROGATES = ["\ud800", "a\udfff", "\udc00\ud800"]


@EVERY_KIND
@pytest.mark.parametrize("text", SURROGATES, ids=ascii)
def test_text_that_is_half_a_character(text: str, kind: str) -> None:
    content = json.dumps({"responses": [entry(1, body={"id": text}), job(2)]})
    caller = sender(kind, httpx2.Response(200, content=content.encode()))
    batch = caller.client.batch()
    calls = jobs_in(caller, batch, "1", "2")
    send(caller, batch)
    assert [call.result().id for call in calls] == [text, "job 2"]


def parts() -> Iterator[bytes]:
    yield b"\xff\xfe"
    yield b">>?"


CONTENTS: dict[str, Callable[[], object]] = {
    "bytes": lambda: b"\xff\xfe>>?",
    "a file": lambda: io.BytesIO(b"\xff\xfe>>?"),
    "parts": parts,
}


@EVERY_KIND
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_content_in_a_batch(content: Callable[[], object], kind: str) -> None:
    caller = sender(kind, answered(entry(1, 204)))
    batch = caller.client.batch()
    connectors = caller.client.provisioning_connector
    call = batch.add(connectors.upload_certificate, "1", content())
    send(caller, batch)
    assert call.exception() is None
    (request,) = requests_of(caller)
    assert request["body"] == "__4-Pj8="


@EVERY_KIND
def test_content_that_a_batch_does_not_accept(kind: str) -> None:
    async def later() -> Any:  # noqa: ANN401 - a generator
        yield b"a"

    caller = sender(kind, answered(entry(1, 204)))
    batch = caller.client.batch()
    upload = caller.client.provisioning_connector.upload_certificate
    wrong = [
        batch.add(upload, "1", later()),
        batch.add(upload, "1", io.StringIO("text")),
        batch.add(upload, "1", [b"a", "b"]),
    ]
    right = batch.add(caller.client.synchronization_job.start, "p", "1")
    send(caller, batch)
    assert len(requests_of(caller)) == 1
    for call in wrong:
        assert isinstance(call.exception(), TypeError)
    assert right.exception() is None
