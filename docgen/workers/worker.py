"""A worker: a forked process that answers for some things in turn, and then ends.

    answers = answer*          for the things that it was given, in their order
    answer  = length (8 bytes), then so many bytes; or 8 bytes 0xFF where it has no answer

One that ends before its last answer died over the thing whose turn it was.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NoReturn

from msgspec import msgpack

LENGTH = 8
_NO_ANSWER = b"\xff" * LENGTH
_CHUNK = 1 << 18


class Worker:
    """A process at work; `pipe` can be read when it answered or ended."""

    def __init__(self, pid: int, pipe: int, numbers: Iterable[int]) -> None:
        self._pid, self.pipe = pid, pipe
        self.waiting = deque(numbers)
        self.has_ended = False
        self._heard = bytearray()

    def answers(self) -> Iterator[tuple[int, bytes | None]]:
        """Wait for something to be heard; give the answers by the numbers of their things."""
        chunk = os.read(self.pipe, _CHUNK)
        self.has_ended = not chunk
        self._heard += chunk
        while len(self._heard) >= LENGTH:
            head = bytes(self._heard[:LENGTH])
            length = 0 if head == _NO_ANSWER else int.from_bytes(head)
            if len(self._heard) < LENGTH + length:
                return
            answer = bytes(self._heard[LENGTH : LENGTH + length])
            del self._heard[: LENGTH + length]
            yield self.waiting.popleft(), None if head == _NO_ANSWER else answer

    def kill(self) -> None:
        """End the process, wherever it is."""
        os.kill(self._pid, signal.SIGKILL)

    def leave(self) -> str:
        """Wait for the end of the process; say how it ended."""
        os.close(self.pipe)
        _, status = os.waitpid(self._pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if code >= 0:
            return f"ended with status {code}"
        return f"was killed by {_signal_name(-code)}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def answered(work: Callable[[], object]) -> bytes:
    """Give an answer: what comes of a work, or that none does."""
    try:
        found = msgpack.encode(work())
    except Exception:
        return _NO_ANSWER
    return len(found).to_bytes(LENGTH) + found


def hired(
    numbers: Iterable[int],
    answer: Callable[[int], object],
    not_its_own: Iterable[int],
) -> Worker:
    """Give a new worker; raises `OSError` where the system has no room for one.

    `not_its_own` are open pipes of others, which must close when this process does.
    """
    ours, its = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(ours)
        os.close(its)
        raise
    if not pid:
        _work(numbers, answer, its, (ours, *not_its_own))
    os.close(its)
    return Worker(pid, ours, numbers)


def _work(
    numbers: Iterable[int],
    answer: Callable[[int], object],
    pipe: int,
    not_its_own: Iterable[int],
) -> NoReturn:
    """Answer, and end without a word: no exit handler of the parent runs here."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and kills
        for other in not_its_own:
            os.close(other)
        with open(pipe, "wb") as answers:
            for number in numbers:
                answers.write(answered(partial(answer, number)))
                answers.flush()
        status = 0
    finally:
        os._exit(status)
