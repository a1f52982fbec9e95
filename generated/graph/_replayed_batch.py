"""Answers to batches: each request in a batch is answered as it would be alone."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from graph import _wire
from graph._batch import FAILED_DEPENDENCY, body_of, is_json
from graph._call import JSON_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graph._transport import HttpRequest

END = "/$batch"


class Answered(Protocol):
    """An answer; the names of `headers` are in lower case."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


def is_batch(request: HttpRequest) -> bool:
    """Return whether a request sends other requests."""
    path = request.url.partition("?")[0]
    return request.method == "POST" and path.lower().endswith(END)


def batch_requests(content: bytes) -> list[dict[str, Any]]:
    """Return the requests in a body of a batch. Raises `ValueError` for another one."""
    data = _wire.decoded(content)
    listed = data.get("requests") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not all(map(is_batched, listed)):
        raise ValueError("not a batch")
    return listed


def is_batched(data: object) -> bool:
    return (
        isinstance(data, dict)
        and all(isinstance(data.get(name), str) for name in ("id", "method", "url"))
        and isinstance(data.get("headers", {}), dict)
        and isinstance(data.get("dependsOn", []), list)
    )


def batch_content(
    batch: HttpRequest,
    requests: Iterable[dict[str, Any]],
    answer: Callable[[HttpRequest, bytes], Answered],
) -> bytes:
    """Return the body of the response to a batch with these requests.

    A request that depends on a failed one is not answered: its status is 424.
    """
    statuses: dict[str, int] = {}
    responses: list[Any] = []
    base_url = batch.url.partition("?")[0][: -len(END)]
    for one in requests:
        id_, needed = one["id"], one.get("dependsOn", [])
        if any(statuses.get(str(other), 400) >= 400 for other in needed):
            found: dict[str, Any] = {"status": FAILED_DEPENDENCY}
        else:
            headers = {
                name.lower(): str(value)
                for name, value in one.get("headers", {}).items()
            }
            body = body_of(one.get("body"), headers.get("content-type", JSON_TYPE))
            url = f"{base_url}/{one['url'].lstrip('/')}"
            request = replace(batch, method=one["method"], url=url, headers=headers)
            found = response_of(answer(replace(request, content=body or None), body))
        statuses[id_] = found["status"]
        responses.append({"id": id_, **found})
    return bytes(_wire.encoded({"responses": responses}))


def response_of(answer: Answered) -> dict[str, Any]:
    """Return an answer as an object in the response to a batch."""
    found: dict[str, Any] = {
        "status": answer.status_code,
        "headers": dict(answer.headers),
    }
    if not answer.content:
        return found
    if is_json(answer.headers.get("content-type", "")):
        return {**found, "body": _wire.decoded(answer.content)}
    found["headers"].setdefault("content-type", "application/octet-stream")
    return {**found, "body": b64encode(answer.content).decode()}
