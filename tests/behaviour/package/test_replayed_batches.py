"""Batches of a client whose transport answers with documented examples."""

import asyncio

import pytest

import graph
from graph import AsyncClient, Client
from graph._transport import HttpRequest
from graph.testing import (
    Example,
    Failure,
    Message,
    Replay,
    UndocumentedRequest,
    async_replay,
    replay,
)

PRINCIPAL = "60443998-8cf7-4e61-b05c-a53b658cb5e1"
JOB = "scim.8b1f0c4e2d.6a70"
CONNECTOR, RUN = "c7d01b1e", "run-20240311-080004"


def example(number: int, response: Message, request: Message | None = None) -> Example:
    """Return an example whose request uploads or downloads the certificate of a connector."""
    return Example(
        key=f"test.md#{number}",
        method="PUT" if request else "GET",
        url=f"/provisioning/connectors/{number}/certificate/$value",
        request=request or Message(),
        status=204 if request else 200,
        response=response,
    )


def test_calls_in_a_batch_have_the_documented_responses() -> None:
    transport = replay()
    client = Client(http=transport)
    with client.batch() as batch:
        run = batch.add(client.provisioning.run.get, CONNECTOR, RUN)
        connectors = batch.add(client.provisioning_connector.list)
        started = batch.add(client.synchronization_job.start, PRINCIPAL, JOB)
    assert run.result().id == RUN
    assert [one.id for one in connectors.result()] == [CONNECTOR]
    assert started.result() is None
    assert [one.url for one in transport.requests] == [f"{client.BASE_URL}/$batch"]


def test_calls_of_coroutines_in_a_batch() -> None:
    async def found() -> str | None:
        client = AsyncClient(http=async_replay())
        async with client.batch() as batch:
            run = batch.add(client.provisioning.run.get, CONNECTOR, RUN)
        return run.result().id

    assert asyncio.run(found()) == RUN


def test_body_of_a_call_is_compared_with_the_documented_one() -> None:
    client = Client(http=replay())
    connector = graph.models.ScimConnector(display_name="Other")
    batch = client.batch()
    batch.add(client.provisioning_connector.create, connector)
    with pytest.raises(UndocumentedRequest, match=r"displayName is 'Other', not "):
        batch.send()


@pytest.mark.parametrize("in_order", [False, True], ids=["any order", "in order"])
def test_failures_are_answers_to_the_calls_in_a_batch(in_order: bool) -> None:
    client = Client(http=replay(failures=[None, Failure.not_found()]))
    with client.batch(in_order=in_order) as batch:
        first, second, third = (
            batch.add(client.provisioning.run.get, CONNECTOR, RUN) for _ in range(3)
        )
    assert first.result().id == RUN
    assert isinstance(second.exception(), graph.NotFound)
    assert (third.exception() is None) is not in_order
    if in_order:
        with pytest.raises(graph.CallError, match="424"):
            third.result()


def test_throttled_call_is_sent_again() -> None:
    transport = replay(failures=[Failure.throttled(3)])
    client = Client(http=transport)
    with client.batch() as batch:
        run = batch.add(client.provisioning.run.get, CONNECTOR, RUN)
    assert run.result().id == RUN
    assert transport.delays == [3]


def test_collection_in_a_batch_has_pages() -> None:
    listed = Example(
        key="test.md#1",
        method="GET",
        url="/provisioning/connectors",
        request=Message(),
        status=200,
        response=Message(body={"value": [{"id": "1"}, {"id": "2"}, {"id": "3"}]}),
    )
    transport = Replay([listed], page_size=2)
    client = Client(http=transport)
    with client.batch() as batch:
        connectors = batch.add(client.provisioning_connector.list)
    assert [one.id for one in connectors.result()] == ["1", "2", "3"]
    assert len(transport.requests) == 2


@pytest.mark.parametrize(
    "headers", [{}, {"Content-Type": "text/plain"}], ids=["no type", "text"]
)
def test_content_that_is_not_json(headers: dict[str, str]) -> None:
    text = Message(headers=headers, body="{no JSON", is_json=False)
    sent = Message(body="a key", is_json=False)
    client = Client(http=Replay([example(1, text), example(2, Message(), sent)]))
    with client.batch() as batch:
        got = batch.add(client.provisioning_connector.get_certificate, "1")
        put = batch.add(client.provisioning_connector.upload_certificate, "2", b"a key")
    with got.result() as certificate:
        assert b"".join(certificate) == b"{no JSON"
    assert put.result() is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"requests": {}}',
        b'{"requests": [1]}',
        b'{"requests": [{"id": 1, "method": "GET", "url": "/a"}]}',
        b'{"requests": [{"id": "1", "method": "GET", "url": "/a", "headers": []}]}',
        b'{"requests": [{"id": "1", "method": "GET", "url": "/a", "dependsOn": "1"}]}',
    ],
)
def test_body_that_is_not_a_batch(content: bytes) -> None:
    request = HttpRequest(
        method="POST", url="https://a.example/$batch", content=content, timeout=1
    )
    with pytest.raises(UndocumentedRequest, match="no list of requests"):
        replay().send_request(request)


def test_a_call_that_depends_on_an_unknown_one_fails() -> None:
    request = HttpRequest(
        method="POST",
        url="https://a.example/v1.0/$batch?a=b",
        content=b'{"requests": [{"id": "1", "method": "GET", "url": "/a", "dependsOn": ["0"]}]}',
        timeout=1,
    )
    answer = replay().send_request(request)
    assert answer.content == b'{"responses":[{"id":"1","status":424}]}'
