"""Several calls in one request: `$batch` of OData.

The flow of each call runs until it sends its request. These requests are sent together,
and each response goes back to its flow, which reads it or sends another request.
"""

from __future__ import annotations

import inspect
import json
import re
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from graph import _wire
from graph._answers import AsyncLinkedPages, LinkedPages
from graph._base_client import AsyncResource, Resource
from graph._call import JSON_TYPE, Prepared
from graph._driver import AsyncDriver, Driver
from graph._errors import CallError, ConnectionFailed, UnexpectedResponse
from graph._flow import Send, Settings, Sleep, decoded, exchanged
from graph._transport import HttpRequest

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        Awaitable,
        Callable,
        Coroutine,
        Iterator,
        Sequence,
    )
    from types import TracebackType
    from typing import Self

    from graph._flow import Flow, Step
    from graph._results import AsyncPages
    from graph._transport import Response

P = ParamSpec("P")
T = TypeVar("T")

MOST_CALLS = 20
"""The number of calls that a service accepts in one request."""


class BatchedCall(Generic[T]):
    """A call in a batch, whose result is known when the batch was sent."""

    def __init__(self, flow: Flow[T]) -> None:
        self._flow = flow
        self._step: Step | None = None
        self._delay = 0.0
        self._is_done = False
        self._value: Any = None
        self._error: Exception | None = None

    def __repr__(self) -> str:
        state = "failed" if self._error else "done" if self._is_done else "not sent"
        return f"<batched call, {state}>"

    def result(self) -> T:
        """Return the result. Raises the exception that the call itself would raise.

        Raises `RuntimeError` if the batch was not sent.
        """
        error = self.exception()
        if error:
            raise error
        value: T = self._value
        return value

    def exception(self) -> Exception | None:
        """Return the exception of the call, or None if it succeeded."""
        if not self._is_done:
            raise RuntimeError("the call was not sent: use `with`, or `batch.send()`")
        return self._error

    def _end(self, value: object, error: Exception | None) -> None:
        self._value, self._error = value, error
        self._is_done = True
        self._flow.close()

    def _advance(self, settings: Settings) -> Flow[None]:
        """Carry out steps, up to the next request that a batch can contain.

        An exception such as that of a credential leaves the step for another attempt.
        """
        while not self._is_done:
            step = self._step
            if step is None:
                self._continue()
            elif isinstance(step, Sleep):
                self._delay = step.seconds
                self._continue()
            elif isinstance(step, Send) and is_relative(step.request, settings):
                return
            else:
                try:
                    result = yield step
                except CallError as error:
                    self._continue(error=error)
                else:
                    self._continue(result)

    def _continue(self, result: object = None, error: CallError | None = None) -> None:
        """Continue the flow with the result of its last step, up to the next one."""
        try:
            step = self._flow.throw(error) if error else self._flow.send(result)
            self._step = with_bytes(step)
        except StopIteration as stop:
            self._end(stop.value, None)
        except BaseException as raised:
            end_all([self], raised)
            if not isinstance(raised, Exception):
                raise

    def _receive(self, answer: BatchedResponse | None, response: Response) -> None:
        """Continue the flow with its response in that of a batch, if it has one."""
        self._delay = 0.0
        if answer:
            self._continue(answer)
        else:
            reason = "the batch has no valid response with the id of the call"
            self._end(None, UnexpectedResponse(reason, response))

    @property
    def _request(self) -> HttpRequest | None:
        """The request that waits for its response."""
        return self._step.request if isinstance(self._step, Send) else None


def is_relative(request: HttpRequest, settings: Settings) -> bool:
    """Return whether the URL of a request is below that of the service."""
    return not request.is_foreign and request.url.startswith(f"{settings.base_url}/")


def with_bytes(step: Step) -> Step:
    """Return a request with its body as bytes; other steps unchanged."""
    if not isinstance(step, Send):
        return step
    content = step.request.content
    if content is None or isinstance(content, bytes):
        return step
    if not isinstance(content, Iterable):
        raise TypeError("content must be bytes or a file in a batch")
    return Send(replace(step.request, content=b"".join(content)))


def sent(
    calls: Sequence[BatchedCall[Any]], settings: Settings, in_order: bool
) -> Flow[None]:
    """Send the calls that were not sent, some of them again after a delay."""
    waiting = unsent(calls)
    for call in waiting:
        yield from call._advance(settings)
    while waiting := unsent(waiting):
        delay = max(call._delay for call in waiting)
        if delay:
            yield Sleep(delay)
        for start in range(0, len(waiting), MOST_CALLS):
            chunk = waiting[start : start + MOST_CALLS]
            yield from exchange(chunk, settings, in_order)


def unsent(calls: Iterable[BatchedCall[Any]]) -> list[BatchedCall[Any]]:
    """Return the calls that have no result."""
    return [call for call in calls if not call._is_done]


def exchange(
    calls: Sequence[BatchedCall[Any]], settings: Settings, in_order: bool
) -> Flow[None]:
    """Send calls in one request, and give each its response."""
    requests = [call._request for call in calls if call._request]
    try:
        batch = prepared(requests, settings, in_order)
        response = yield from exchanged(batch, settings)
        found = answers_in(response)
        answers = [found.get(str(number)) for number in range(1, len(calls) + 1)]
        for call, answer in zip(calls, answers, strict=True):
            if not in_order or is_carried_out(answer):
                call._receive(answer, response)
    except BaseException as error:
        end_all(calls, error)
        raise
    is_stopped = False
    for call, answer in zip(calls, answers, strict=True):
        if in_order and not is_carried_out(answer):
            if is_stopped:
                continue  # it depends on a call that is sent again
            call._receive(answer, response)
        yield from call._advance(settings)
        is_stopped = in_order and not call._is_done


def is_carried_out(answer: BatchedResponse | None) -> bool:
    """Return whether the service carried out a call; not if one before failed."""
    return answer is not None and answer.status_code != FAILED_DEPENDENCY


FAILED_DEPENDENCY = 424
"""The status of a call that was not carried out because another one failed."""


def end_all(calls: Iterable[BatchedCall[Any]], error: BaseException) -> None:
    """End calls whose request failed, or was interrupted."""
    if not isinstance(error, Exception):  # an interruption, not the result of a call
        error = ConnectionFailed("the batch was interrupted", was_sent=True)
    for call in unsent(calls):
        call._end(None, error)


def prepared(
    requests: Sequence[HttpRequest], settings: Settings, in_order: bool
) -> Prepared:
    """Return the request of a batch."""
    entries = [
        entry(number, request, settings, in_order and number > 1)
        for number, request in enumerate(requests, 1)
    ]
    return Prepared(
        request=HttpRequest(
            method="POST",
            url=f"{settings.base_url}/$batch",
            headers={"Content-Type": JSON_TYPE},
            content=b'{"requests":[' + b",".join(entries) + b"]}",
            timeout=max(request.timeout for request in requests),
        )
    )


def entry(
    number: int, request: HttpRequest, settings: Settings, is_dependent: bool
) -> bytes:
    """Return a request as an object in the body of a batch."""
    headers = {
        name: value
        for name, value in request.headers.items()
        if name != "Authorization" and (name, value) != ("Accept", JSON_TYPE)
    }
    data: dict[str, object] = {
        "id": str(number),
        "method": request.method,
        "url": request.url.removeprefix(settings.base_url),
    }
    if is_dependent:
        data["dependsOn"] = [str(number - 1)]
    if headers:
        data["headers"] = headers
    text = json.dumps(data).encode()
    if not isinstance(request.content, bytes):
        return text
    body = request.content  # JSON keeps each digit of its numbers
    if not is_json(request.headers.get("Content-Type", "")):
        body = json.dumps(urlsafe_b64encode(body).decode()).encode()
    return text.removesuffix(b"}") + b', "body": ' + body + b"}"


def is_json(media_type: str) -> bool:
    """Return whether a media type is that of JSON."""
    return bool(JSON_MEDIA_TYPE.match(media_type))


JSON_MEDIA_TYPE = re.compile(r"\s*[^;\s]*[/+]json\b", re.IGNORECASE)


class BatchedResponse:
    """A response in the response of a batch, as a transport would return it."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.status_code = status
        self.headers = headers
        self.body = body

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body."""
        yield self.body

    async def aiter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the body."""
        yield self.body

    def close(self) -> None:
        """Do nothing."""

    async def aclose(self) -> None:
        """Do nothing."""


def answers_in(response: Response) -> dict[str, BatchedResponse]:
    """Return the valid responses in that of a batch, by the ids of the requests.

    Two responses with the same id are not valid.
    """
    data = decoded(response)
    listed = data.get("responses") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise UnexpectedResponse("expected a list", response, ".responses")
    answers: dict[str, BatchedResponse | None] = {}
    for one in listed:
        if isinstance(one, dict):
            id_ = str(one.get("id"))
            answers[id_] = None if id_ in answers else answer_of(one)
    return {id_: answer for id_, answer in answers.items() if answer}


def answer_of(data: Mapping[str, Any]) -> BatchedResponse | None:
    """Return a response in that of a batch; None if it is not valid."""
    status, headers = data.get("status"), data.get("headers") or {}
    if type(status) is not int or status not in FINAL or not isinstance(headers, dict):
        return None
    texts = {
        name.lower(): str(value)
        for name, value in headers.items()
        if isinstance(value, str) or type(value) is int
    }
    body = body_of(data.get("body"), texts.get("content-type", JSON_TYPE))
    return BatchedResponse(status, texts, body)


FINAL = range(200, 600)
"""The statuses of responses after which no other one follows."""


def body_of(body: Any, media_type: str) -> bytes:
    """Return the bytes of a body: an object, text, or any of them in base64.

    Microsoft Graph encodes the JSON of some services, too.
    """
    if body is None:
        return b""
    if isinstance(body, str):
        content = decoded_base64(body)
        if not is_json(media_type):
            return body.encode(errors="replace") if content is None else content
        if content and content.lstrip()[:1] in {b"{", b"["}:
            return content
    return bytes(_wire.encoded(body))


def decoded_base64(text: str) -> bytes | None:
    """Return the bytes of base64, also of its variant for URLs; None for other text."""
    padded = text.rstrip("=").translate(TO_BASE64)
    try:
        return b64decode(padded + "=" * (-len(padded) % 4), validate=True)
    except ValueError:
        return None


TO_BASE64 = str.maketrans("-_", "+/")


class Recorder(Driver):
    """Records the flow of a call, and later carries out those of its result."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver.transport, driver.settings, driver.tokens)
        self.record = Record()

    def run(self, flow: Flow[Any]) -> Any:
        """Record a flow, or return the result of one."""
        return self.record.add(flow) if self.record.is_open else super().run(flow)


class AsyncRecorder(AsyncDriver):
    """`Recorder` for coroutines."""

    def __init__(self, driver: AsyncDriver) -> None:
        super().__init__(driver.transport, driver.settings, driver.tokens)
        self.record = Record()

    async def run(self, flow: Flow[Any]) -> Any:
        """Record a flow, or return the result of one."""
        return self.record.add(flow) if self.record.is_open else await super().run(flow)


class Record:
    """The call that a method makes."""

    def __init__(self) -> None:
        self.is_open = True
        self.call: BatchedCall[Any] | None = None

    def add(self, flow: Flow[Any]) -> None:
        """Record the only flow of a call."""
        if self.call:
            raise TypeError(NOT_ONE_REQUEST)
        self.call = BatchedCall(flow)

    def close(self) -> BatchedCall[Any]:
        """Return the call."""
        self.is_open = False
        if self.call is None:
            raise TypeError(NOT_ONE_REQUEST)
        return self.call


NOT_ONE_REQUEST = "a batch accepts methods that send one request"


class Calls:
    """The calls of a batch."""

    def __init__(self, *, in_order: bool) -> None:
        self._calls: list[BatchedCall[Any]] = []
        self._in_order = in_order
        self._is_sending = False

    def __len__(self) -> int:
        return len(self._calls)

    def _added(self, record: Record) -> Any:
        call = record.close()
        if self._in_order and len(unsent(self._calls)) == MOST_CALLS:
            raise ValueError(f"a batch in order has at most {MOST_CALLS} calls")
        self._calls.append(call)
        return call

    def _sent(self, settings: Settings) -> Flow[None]:
        """Send the calls, unless another thread or task does."""
        if self._is_sending:
            raise RuntimeError("the batch is being sent")
        self._is_sending = True
        try:
            yield from sent(self._calls, settings, self._in_order)
        finally:
            self._is_sending = False


NOT_OF_THE_CLIENT = "a batch accepts methods of its client: batch.add(client.item.get)"


class Batch(Calls):
    """Calls that are sent together, at most 20 in a request.

    `add` takes a method of the client, and the arguments of the call. A `with`
    statement sends the calls at its end, unless an exception is raised.
    """

    def __init__(self, driver: Driver, *, in_order: bool = False) -> None:
        super().__init__(in_order=in_order)
        self._driver = driver

    def add(
        self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchedCall[T]:
        """Add a call; its result can be read when the batch was sent."""
        resource = getattr(method, "__self__", None)
        if not isinstance(resource, Resource) or resource._driver is not self._driver:
            raise TypeError(NOT_OF_THE_CLIENT)
        recorder = Recorder(self._driver)
        name = method.__name__
        found = getattr(type(resource)(recorder), name)(*args, **kwargs)
        if isinstance(found, LinkedPages):
            recorder.run(found._fetched())
        added: BatchedCall[T] = self._added(recorder.record)
        return added

    def send(self) -> None:
        """Send the calls that were not sent.

        A call that fails raises its exception from `result`. Raises `CallError` if the
        request of the batch itself fails, or what a credential raises. After either,
        this method sends the calls that still were not sent.
        """
        self._driver.run(self._sent(self._driver.settings))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            self.send()


class AsyncBatch(Calls):
    """`Batch` of a client with coroutines."""

    def __init__(self, driver: AsyncDriver, *, in_order: bool = False) -> None:
        super().__init__(in_order=in_order)
        self._driver = driver

    @overload
    def add(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchedCall[T]: ...

    @overload
    def add(
        self, method: Callable[P, AsyncPages[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> BatchedCall[AsyncPages[T]]: ...

    def add(
        self, method: Callable[P, object], /, *args: P.args, **kwargs: P.kwargs
    ) -> object:
        """Add a call; its result can be read when the batch was sent."""
        resource = getattr(method, "__self__", None)
        if (
            not isinstance(resource, AsyncResource)
            or resource._driver is not self._driver
        ):
            raise TypeError(NOT_OF_THE_CLIENT)
        recorder = AsyncRecorder(self._driver)
        name = method.__name__
        found = getattr(type(resource)(recorder), name)(*args, **kwargs)
        if isinstance(found, AsyncLinkedPages):
            found = recorder.run(found._fetched())
        if inspect.iscoroutine(found):
            end(found)
        return self._added(recorder.record)

    async def send(self) -> None:
        """Send the calls that were not sent.

        A call that fails raises its exception from `result`. Raises `CallError` if the
        request of the batch itself fails, or what a credential raises. After either,
        this method sends the calls that still were not sent.
        """
        await self._driver.run(self._sent(self._driver.settings))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            await self.send()


def end(coroutine: Coroutine[Any, Any, object]) -> None:
    """Run a coroutine that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
