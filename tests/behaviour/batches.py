"""Sending batches of the client of `docs_src`, and what a service answers."""

from typing import Any

import httpx2
from service import Answer, Caller, Service, json_response, sent_json

import graph

Requests = list[dict[str, Any]]
Response = httpx2.Response | Exception | Answer


def entry(
    id_: int, status: int = 200, body: object = None, **headers: str
) -> dict[str, object]:
    """Return one response in that of a batch."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"id": str(id_), "status": status, "headers": named, "body": body}


def answered(*entries: object) -> httpx2.Response:
    return json_response({"responses": entries})


def sender(kind: str, *responses: Response, **options: object) -> Caller:
    return Caller(graph, kind, Service(*responses), **options)


def requests_of(caller: Caller, index: int = 0) -> Requests:
    """Return the requests in a batch that was sent."""
    data: Any = sent_json(caller.service.requests[index])
    return list(data["requests"])


def send(caller: Caller, batch: graph.Batch | graph.AsyncBatch) -> None:
    caller.result(batch.send())
