"""A worker process that starts before it has work, and prepares for it.

A run with few changes needs modules that take longer to import than the work takes. The worker
imports them while this process does something else, and computes what it is asked for.

    request = number of the function (1 byte), length (8 bytes), then the argument as MessagePack
    answer  = as in `docgen.build.workers`

Answers come in the order of the requests. A worker that died, or a function that raised an error,
gives no answer: then this process computes the result itself, as it does without a worker.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from select import select
from typing import NoReturn, TypeAlias

from msgspec import msgpack

from docgen.build.workers import (
    CHUNK,
    LENGTH_SIZE,
    NO_RESULT,
    answer_of,
    can_fork,
    interrupts_blocked,
)

WorkerFunction: TypeAlias = Callable[[bytes], object]
"""A function from an argument as MessagePack to a result that MessagePack can encode."""

_encode = msgpack.Encoder().encode


class PendingAnswer:
    """The answer to a request, which may not be known yet."""

    def __init__(self, standby: "Standby") -> None:
        """Refer to a request that a worker may not have answered yet."""
        self._standby = standby
        self.content: bytes | None = None

    def get(self) -> bytes | None:
        """Return the result as MessagePack; `None` if this process must compute it."""
        self._standby.wait_for(self)
        return self.content


class Standby:
    """The side of a worker in the process that started it; without a worker nothing is answered."""

    def __init__(
        self, functions: Sequence[str] = (), pipes: tuple[int, int] | None = None
    ) -> None:
        """Use a worker that computes these functions; `pipes` are those of answers and requests."""
        self._numbers = {name: number for number, name in enumerate(functions)}
        self._answers: int | None = pipes[0] if pipes else None
        self._requests: int | None = pipes[1] if pipes else None
        self._owner = os.getpid()
        self._waiting: deque[PendingAnswer] = deque()

    def has(self, function: str) -> bool:
        """Return whether the worker computes a function, and this process may ask it."""
        return (
            self._requests is not None
            and function in self._numbers
            and os.getpid() == self._owner
        )

    def ask(self, function: str, argument: object) -> PendingAnswer:
        """Ask for a result; earlier answers are received first, so that neither side blocks."""
        answer = PendingAnswer(self)
        if self.has(function):
            while self._waiting:
                self._receive()
            with suppress(UnicodeEncodeError):  # a file name that is not UTF-8
                content = _encode(argument)
                head = bytes([self._numbers[function]]) + len(content).to_bytes(
                    LENGTH_SIZE
                )
                self._write(head + content)
                self._waiting.append(answer)
        return answer

    def wait_for(self, answer: PendingAnswer) -> None:
        """Receive answers until this one is known."""
        while answer in self._waiting and os.getpid() == self._owner:
            self._receive()

    def dismiss(self) -> None:
        """Let the worker end when it has answered all requests."""
        if self._requests is not None:
            os.close(self._requests)
            self._requests = None

    def close(self) -> None:
        """Close both pipes; what was not received yet has no answer."""
        self.dismiss()
        self._waiting.clear()
        if self._answers is not None:
            os.close(self._answers)
            self._answers = None

    def _receive(self) -> None:
        self._waiting.popleft().content = self._read_answer()

    def _read_answer(self) -> bytes | None:
        if self._answers is None:
            return None
        head = _read(self._answers, LENGTH_SIZE)
        if head == NO_RESULT:
            return None
        content = _read(self._answers, int.from_bytes(head)) if head else None
        if content is None:  # the worker died
            self.dismiss()
        return content

    def _write(self, request: bytes) -> None:
        """Write a request; if the worker died, there will be no answer."""
        if self._requests is None:
            return
        written = 0
        with suppress(OSError):
            while written < len(request):
                written += os.write(self._requests, request[written:])


NO_STANDBY = Standby()
NO_ANSWER = PendingAnswer(NO_STANDBY)


@contextmanager
def standby(
    functions: Mapping[str, WorkerFunction],
    preparations: Sequence[Callable[[], object]],
) -> Iterator[Standby]:
    """Start a worker that does the preparations while it has no request.

    It has ended when the context is left. Where no process can be started, nothing is answered.
    """
    if not can_fork():
        yield NO_STANDBY
        return
    with ExitStack() as stack:
        with interrupts_blocked():
            worker = NO_STANDBY
            with suppress(OSError):  # no room for a process
                pid, pipes = _start(functions, preparations)
                worker = Standby([*functions], pipes)
                stack.callback(_end, worker, pid)
        yield worker


def _end(worker: Standby, pid: int) -> None:
    """Kill the worker and close its pipes; it may be gone already where SIGCHLD is ignored."""
    worker.close()
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _start(
    functions: Mapping[str, WorkerFunction],
    preparations: Sequence[Callable[[], object]],
) -> tuple[int, tuple[int, int]]:
    """Fork the worker; return its process and this side of the pipes. Raises `OSError`."""
    pipes = [*os.pipe()]
    try:
        pipes += os.pipe()
        pid = os.fork()
    except OSError:
        for pipe in pipes:
            os.close(pipe)
        raise
    requests, ask, receive, answers = pipes
    if not pid:
        os.close(ask)
        os.close(receive)
        _run([*functions.values()], preparations, requests, answers)
    os.close(requests)
    os.close(answers)
    return pid, (receive, ask)


def _run(
    functions: Sequence[WorkerFunction],
    preparations: Sequence[Callable[[], object]],
    requests: int,
    answers: int,
) -> NoReturn:
    """Run as the worker until no request can come. No exit handler of the parent runs here."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it, and kills
        for prepare in preparations:
            while _is_readable(requests):
                _serve(functions, requests, answers)
            with suppress(Exception):  # a function that needs it tries again
                prepare()
        while True:
            _serve(functions, requests, answers)
    finally:
        os._exit(0)


def _is_readable(pipe: int) -> bool:
    return bool(select([pipe], [], [], 0)[0])


def _serve(functions: Sequence[WorkerFunction], requests: int, answers: int) -> None:
    """Answer a request; raises `EOFError` if there is none any more."""
    head = _read(requests, 1 + LENGTH_SIZE)
    argument = _read(requests, int.from_bytes(head[1:])) if head else None
    if head is None or argument is None:
        raise EOFError
    answer = answer_of(partial(functions[head[0]], argument))
    written = 0
    while written < len(answer):
        written += os.write(answers, answer[written:])


def _read(pipe: int, length: int) -> bytes | None:
    """Read exactly so many bytes; `None` if the pipe ends before."""
    content = bytearray()
    while len(content) < length:
        chunk = os.read(pipe, min(CHUNK, length - len(content)))
        if not chunk:
            return None
        content += chunk
    return bytes(content)
