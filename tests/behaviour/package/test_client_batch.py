"""Batches: several calls of the client of `docs_src` in one request."""

import asyncio
import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from batches import Response, answered, entry, requests_of, send, sender
from service import EVERY_KIND, URL, json_response

import graph


def echo(request: httpx2.Request) -> httpx2.Response:
    """Answer each request in a batch with a job that has its number in the batch."""
    data: Any = json.loads(request.content)
    ids = [int(one["id"]) for one in data["requests"]]
    return answered(*(entry(i, body={"id": f"job {i}"}) for i in reversed(ids)))


@EVERY_KIND
def test_calls_in_one_request(kind: str) -> None:
    caller = sender(
        kind,
        answered(
            entry(2, 204),
            entry(1, body={"id": "a", "templateId": "t"}),
            entry(3, body={"id": "new"}),
        ),
    )
    jobs = caller.client.synchronization_job
    batch = caller.client.batch()
    got = batch.add(jobs.get, "principal", "a b", select=["id", "templateId"])
    deleted = batch.add(jobs.delete, "principal", "2")
    created = batch.add(jobs.create, "principal", graph.models.SynchronizationJob())
    assert len(batch) == 3
    assert repr(got) == "<batched call, not sent>"
    send(caller, batch)
    assert caller.service.lines == ["POST /$batch"]
    path = "/servicePrincipals/principal/synchronization/jobs"
    assert requests_of(caller) == [
        {
            "id": "1",
            "method": "GET",
            "url": f"{path}/a%20b?$select=id,templateId",
        },
        {"id": "2", "method": "DELETE", "url": f"{path}/2"},
        {
            "id": "3",
            "method": "POST",
            "url": path,
            "headers": {"Content-Type": "application/json"},
            "body": {},
        },
    ]
    assert got.result().template_id == "t"
    assert deleted.result() is None
    assert created.result().id == "new"
    assert repr(got) == "<batched call, done>"
    assert got.exception() is None


def test_end_of_a_block_sends() -> None:
    caller = sender("Client", answered(entry(1, body={"id": "a"})))
    with caller.client.batch() as batch:
        job = batch.add(caller.client.synchronization_job.get, "p", "a")
        assert not caller.service.requests
    assert job.result().id == "a"


def test_end_of_a_block_with_coroutines_sends() -> None:
    caller = sender("AsyncClient", answered(entry(1, body={"id": "a"})))

    async def main() -> object:
        async with caller.client.batch() as batch:
            job = batch.add(caller.client.synchronization_job.get, "p", "a")
        return job.result().id

    assert asyncio.run(main()) == "a"


def test_exception_in_a_block_sends_nothing() -> None:
    caller = sender("Client")

    def block() -> None:
        with caller.client.batch() as batch:
            batch.add(caller.client.synchronization_job.get, "p", "a")
            raise KeyError("own")

    with pytest.raises(KeyError, match="own"):
        block()
    assert not caller.service.requests


@EVERY_KIND
def test_empty_batch_sends_nothing(kind: str) -> None:
    caller = sender(kind)
    send(caller, caller.client.batch())
    assert not caller.service.requests


@EVERY_KIND
def test_result_before_sending(kind: str) -> None:
    caller = sender(kind)
    call = caller.client.batch().add(caller.client.synchronization_job.get, "p", "a")
    with pytest.raises(RuntimeError, match="was not sent"):
        call.result()


@EVERY_KIND
def test_at_most_twenty_calls_in_a_request(kind: str) -> None:
    caller = sender(kind, echo)
    jobs = caller.client.synchronization_job
    batch = caller.client.batch()
    calls = [batch.add(jobs.get, "p", str(number)) for number in range(45)]
    send(caller, batch)
    assert [len(requests_of(caller, index)) for index in range(3)] == [20, 20, 5]
    assert [call.result().id for call in calls] == [
        f"job {number % 20 + 1}" for number in range(45)
    ]
    send(caller, batch)
    assert len(caller.service.requests) == 3


@EVERY_KIND
def test_only_throttled_calls_are_sent_again(kind: str) -> None:
    throttled = {"error": {"code": "TooManyRequests"}}
    caller = sender(
        kind,
        answered(
            entry(1, body={"id": "first"}),
            entry(2, 429, throttled, Retry_After="7"),
            entry(3, 503, throttled, Retry_After="3"),
            entry(4, 503, throttled),
        ),
        answered(entry(1, body={"id": "second"}), entry(2, body={"id": "third"})),
    )
    jobs = caller.client.synchronization_job
    batch = caller.client.batch()
    got = [batch.add(jobs.get, "p", name) for name in "123"]
    started = batch.add(jobs.start, "p", "4")  # not idempotent
    send(caller, batch)
    assert [one["url"][-1] for one in requests_of(caller, 1)] == ["2", "3"]
    assert caller.service.slept == [7]
    assert [call.result().id for call in got] == ["first", "second", "third"]
    with pytest.raises(graph.ServerError):
        started.result()


@EVERY_KIND
def test_call_that_is_always_throttled(kind: str) -> None:
    caller = sender(kind, answered(entry(1, 429, None, Retry_After="1")), retries=2)
    batch = caller.client.batch()
    call = batch.add(caller.client.synchronization_job.get, "p", "1")
    send(caller, batch)
    assert isinstance(call.exception(), graph.TooManyRequests)
    assert repr(call) == "<batched call, failed>"
    assert len(caller.service.requests) == 3


@EVERY_KIND
def test_failed_call_among_others(kind: str) -> None:
    error = {"error": {"code": "itemNotFound", "message": "No such job."}}
    caller = sender(
        kind,
        answered(
            entry(1, 404, error, request_id="17"), entry(2, body={"id": "b"}), entry(3)
        ),
    )
    jobs = caller.client.synchronization_job
    batch = caller.client.batch()
    calls = [batch.add(jobs.get, "p", name) for name in "abc"]
    send(caller, batch)
    with pytest.raises(graph.NotFound, match="No such job") as caught:
        calls[0].result()
    assert caught.value.request_id == "17"
    assert calls[1].result().id == "b"
    with pytest.raises(graph.UnexpectedResponse, match="without a body"):
        calls[2].result()


@EVERY_KIND
def test_missing_permission_in_a_batch(kind: str) -> None:
    caller = sender(kind, answered(entry(1, 403, {"error": {"code": "denied"}})))
    batch = caller.client.batch()
    call = batch.add(caller.client.synchronization_job.get, "p", "1")
    send(caller, batch)
    with pytest.raises(graph.PermissionDenied, match=r"Synchronization|Directory"):
        call.result()


@EVERY_KIND
def test_pages_begin_with_the_page_of_the_batch(kind: str) -> None:
    link = f"{URL}/servicePrincipals/p/synchronization/jobs?$skiptoken=2"
    first = {"value": [{"id": "1"}, {"id": "2"}], "@odata.nextLink": link}
    caller = sender(
        kind, answered(entry(1, body=first)), json_response({"value": [{"id": "3"}]})
    )
    batch = caller.client.batch()
    call = batch.add(caller.client.synchronization_job.list, "p", select=["id"])
    send(caller, batch)
    pages = call.result()
    assert pages.next_link == link
    assert [job.id for job in caller.all_of(pages)] == ["1", "2", "3"]
    assert caller.service.lines[1:] == [f"GET {link.removeprefix(URL)}"]
    caller.all_of(pages)
    assert caller.service.lines[2].startswith("GET /servicePrincipals/p/")


@EVERY_KIND
def test_calls_in_order(kind: str) -> None:
    caller = sender(
        kind,
        answered(
            entry(1, 204),
            entry(2, 429, None, Retry_After="2"),
            entry(3, 424, {"error": {"code": "FailedDependency"}}),
        ),
        answered(entry(1, 204), entry(2, body={"id": "c"})),
    )
    jobs = caller.client.synchronization_job
    batch = caller.client.batch(in_order=True)
    paused = batch.add(jobs.pause, "p", "1")
    started = batch.add(jobs.start, "p", "1")
    got = batch.add(jobs.get, "p", "1")
    send(caller, batch)
    first, second = (requests_of(caller, index) for index in range(2))
    assert [one.get("dependsOn") for one in first] == [None, ["1"], ["2"]]
    assert [one["url"].rpartition("/")[2] for one in second] == ["start", "1"]
    assert [one.get("dependsOn") for one in second] == [None, ["1"]]
    assert (paused.result(), started.result(), got.result().id) == (None, None, "c")


@EVERY_KIND
def test_too_many_calls_in_order(kind: str) -> None:
    caller = sender(kind)
    batch = caller.client.batch(in_order=True)
    jobs = caller.client.synchronization_job
    for number in range(20):
        batch.add(jobs.start, "p", str(number))
    with pytest.raises(ValueError, match="at most 20"):
        batch.add(jobs.start, "p", "20")


@EVERY_KIND
@pytest.mark.parametrize(
    ("response", "error"),
    [
        (json_response({"error": {"code": "x"}}, 401), graph.Unauthenticated),
        (httpx2.ConnectError("refused"), graph.ConnectionFailed),
        (json_response({"value": []}), graph.UnexpectedResponse),
        (httpx2.Response(200, content=b"<html>"), graph.UnexpectedResponse),
    ],
    ids=["401", "no connection", "no responses", "no JSON"],
)
def test_batch_that_fails(
    response: Response, error: type[Exception], kind: str
) -> None:
    caller = sender(kind, response, retries=0)
    batch = caller.client.batch()
    call = batch.add(caller.client.synchronization_job.get, "p", "1")
    with pytest.raises(error):
        send(caller, batch)
    with pytest.raises(error):
        call.result()


@EVERY_KIND
@pytest.mark.parametrize(
    "wrong",
    [
        "text",
        {"id": "1"},
        {"id": "1", "status": "200"},
        {"id": "1", "status": 200, "headers": ["a"]},
        {"id": "7", "status": 200},
        {"id": None, "status": 200},
    ],
    ids=str,
)
def test_invalid_response_in_a_batch(wrong: object, kind: str) -> None:
    caller = sender(kind, answered(wrong, entry(2, 204)))
    jobs = caller.client.synchronization_job
    batch = caller.client.batch()
    lost, started = batch.add(jobs.get, "p", "1"), batch.add(jobs.start, "p", "2")
    send(caller, batch)
    with pytest.raises(graph.UnexpectedResponse, match="no valid response with the id"):
        lost.result()
    assert started.result() is None


@EVERY_KIND
def test_numbers_keep_their_digits(kind: str) -> None:
    number = "12345678901234567890.12345678901234567890"
    body = f'{{"id": "1", "precise": {number}}}'
    text = f'{{"responses": [{{"id": "1", "status": 200, "body": {body}}}]}}'
    caller = sender(kind, httpx2.Response(200, content=text.encode()))
    jobs = caller.client.synchronization_job
    sent = graph.models.SynchronizationJob.from_json(body)
    batch = caller.client.batch()
    call = batch.add(jobs.create, "p", sent)
    send(caller, batch)
    assert number.encode() in caller.service.requests[0].content
    assert call.result().to_json() == sent.to_json()


@EVERY_KIND
def test_options_of_a_call(kind: str) -> None:
    caller = sender(kind, answered(entry(1, 204)))
    seen: list[graph.Response] = []
    batch = caller.client.batch()
    batch.add(
        caller.client.synchronization_job.start,
        "p",
        "1",
        headers={"ConsistencyLevel": "eventual"},
        query={"$count": "true"},
        on_response=seen.append,
    )
    send(caller, batch)
    (one,) = requests_of(caller)
    assert one["headers"] == {"ConsistencyLevel": "eventual"}
    assert one["url"].endswith("/start?$count=true")
    assert [response.status for response in seen] == [204]


@EVERY_KIND
@pytest.mark.parametrize("name", ["Content-Type", "content-type", "CONTENT-TYPE"])
def test_media_type_of_a_body(name: str, kind: str) -> None:
    caller = sender(kind, answered(entry(1, body={"id": "a"})))
    batch = caller.client.batch()
    batch.add(
        caller.client.synchronization_job.create,
        "p",
        graph.models.SynchronizationJob(),
        headers={name: "application/json; charset=utf-8"},
    )
    send(caller, batch)
    (one,) = requests_of(caller)
    assert one["headers"] == {"Content-Type": "application/json; charset=utf-8"}
    assert one["body"] == {}


@EVERY_KIND
def test_token_is_sent_with_the_batch_only(kind: str) -> None:
    caller = sender(kind, answered(entry(1, 204)))
    batch = caller.client.batch()
    batch.add(caller.client.synchronization_job.start, "p", "1")
    send(caller, batch)
    (request,) = caller.service.requests
    assert request.headers["authorization"] == "Bearer secret-token"
    assert b"secret-token" not in request.content


@EVERY_KIND
def test_long_running_operation_in_a_batch(kind: str) -> None:
    caller = sender(
        kind,
        answered(entry(1, 202, None, Location=f"{URL}/operations/1")),
        json_response({"id": "3", "status": "succeeded"}),
    )
    batch = caller.client.batch()
    call = batch.add(caller.client.provisioning.run.repeat, "1", "2")
    send(caller, batch)
    assert caller.result(call.result().wait()).id == "3"
    assert caller.service.lines[1:] == ["GET /operations/1"]


DOWNLOADS = {
    "content": (
        answered(entry(1, 200, b64encode(b"\0log").decode(), Content_Type="text/csv")),
    ),
    "redirect": (
        answered(entry(1, 302, None, Location="https://files.example/1?key=2")),
        httpx2.Response(200, content=b"\0log"),
    ),
}


@EVERY_KIND
@pytest.mark.parametrize("responses", DOWNLOADS.values(), ids=DOWNLOADS)
def test_download_in_a_batch(responses: tuple[Response, ...], kind: str) -> None:
    caller = sender(kind, *responses)
    batch = caller.client.batch()
    call = batch.add(caller.client.provisioning.run.get_log, "1", "2")
    send(caller, batch)
    assert b"".join(caller.all_of(call.result())) == b"\0log"
    for request in caller.service.requests[1:]:
        assert "authorization" not in request.headers


def not_a_method(*arguments: str) -> None:
    """Accept what an operation accepts."""


@EVERY_KIND
def test_what_is_no_call_of_the_client(kind: str) -> None:
    caller = sender(kind)
    other = sender(kind).client.synchronization_job
    batch = caller.client.batch()
    wrong: list[Callable[..., object]] = [
        not_a_method,
        other.get,
        caller.client.request,
    ]
    for method in wrong:
        with pytest.raises(TypeError, match="methods of its client"):
            batch.add(method, "p", "1")
    assert len(batch) == 0


@EVERY_KIND
def test_wrong_arguments_are_an_error_at_once(kind: str) -> None:
    caller = sender(kind)
    batch = caller.client.batch()
    with pytest.raises(TypeError, match="job_id"):
        batch.add(caller.client.synchronization_job.get, "p")
    with pytest.raises(ValueError, match="job_id can't be"):
        batch.add(caller.client.synchronization_job.get, "p", "..")
    assert len(batch) == 0
