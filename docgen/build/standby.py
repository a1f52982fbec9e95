"""Ask the standby worker, a process that starts before it has work (`standby_worker`).

    request = number of the function (1 byte), length (8 bytes), then the argument as MessagePack
    answer  = as in `answers`

Answers come in the order of the requests. A worker that died, or a function that raised an error,
gives no answer: then this process computes the result itself, as it does without a worker.

A run in which nothing changed imports this module, so it imports little.
"""

import os
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from msgspec import msgpack

from docgen.build.answers import LENGTH_SIZE, NO_RESULT, read_bytes, write_bytes

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
        head = read_bytes(self._answers, LENGTH_SIZE)
        if head == NO_RESULT:
            return None
        content = read_bytes(self._answers, int.from_bytes(head)) if head else None
        if content is None:  # the worker died
            self.dismiss()
        return content

    def _write(self, request: bytes) -> None:
        """Write a request; if the worker died, there will be no answer."""
        if self._requests is not None:
            with suppress(OSError):
                write_bytes(self._requests, request)


NO_STANDBY = Standby()
NO_ANSWER = PendingAnswer(NO_STANDBY)
