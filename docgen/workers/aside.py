"""An aside: a process that begins early, gets ready, and answers once there is something to do.

    request = length (8 bytes), a work and things, pickled          answers as of a worker

What it has to import for its answers it imports while this process finds out what to ask. Requests
are pickled, for nothing but this process can write into the pipe between the two.
"""

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, repeat
from typing import TypeVar

from msgspec import msgpack

from docgen.workers.crew import Died, undisturbed
from docgen.workers.worker import LENGTH, Worker, answered

T = TypeVar("T")
R = TypeVar("R")


class Aside:
    """The process; when it has ended, what is asked of it is done here."""

    def __init__(self, worker: Worker, requests: int) -> None:
        self._worker, self._requests = worker, requests
        self._asked = 0
        self._come: dict[int, bytes | Died | None] = {}

    def results(
        self, things: Sequence[T], work: Callable[[T], R], decoder: msgpack.Decoder[R]
    ) -> Iterator[R | Died]:
        """Ask at once what `work`, which can be pickled, makes of each thing, in order.

        Before all has come more may be asked; what comes of that should be small, or this process
        must not be kept waiting for.
        """
        numbers = range(self._asked, self._asked + len(things))
        if self._is_asked(things, work, numbers):
            self._asked = numbers.stop
            return self._results(things, work, decoder, numbers)
        return map(work, things)

    def _results(
        self,
        things: Sequence[T],
        work: Callable[[T], R],
        decoder: msgpack.Decoder[R],
        numbers: Sequence[int],
    ) -> Iterator[R | Died]:
        for number, thing in zip(numbers, things, strict=True):
            while number not in self._come:
                self._come |= self._heard()
            found = self._come.pop(number)
            if found is None:
                yield work(thing)
            else:
                yield found if isinstance(found, Died) else decoder.decode(found)

    def close(self) -> None:
        """Leave no process behind."""
        if not self._worker.has_ended:
            self._worker.kill()
            self._end()

    def _is_asked(
        self, things: Sequence[T], work: Callable[[T], R], numbers: Sequence[int]
    ) -> bool:
        """Ask, if there is something to ask and someone to hear it."""
        if self._worker.has_ended or not things:
            return False
        request = pickle.dumps((work, list(things)))
        try:
            with open(self._requests, "wb", closefd=False) as pipe:
                pipe.write(len(request).to_bytes(LENGTH) + request)
        except BrokenPipeError:
            return False
        self._worker.waiting.extend(numbers)
        return True

    def _heard(self) -> dict[int, bytes | Died | None]:
        """Wait for answers; the thing over which the process ended has died of it."""
        come: dict[int, bytes | Died | None] = dict(self._worker.answers())
        if self._worker.has_ended:
            how = self._end()
            come |= dict.fromkeys(self._worker.waiting)
            if self._worker.waiting:
                come[self._worker.waiting[0]] = Died(how)
        return come

    def _end(self) -> str:
        self._worker.has_ended = True
        os.close(self._requests)
        return self._worker.leave()


def begun(ready: Sequence[Callable[[], object]]) -> Aside | None:
    """Begin a process that gets ready, with a step before each request.

    `None` where the system has no room for one.
    """
    with undisturbed():
        requests, to_it = os.pipe()
        _widen(to_it)
        from_it, answers = os.pipe()
        try:
            pid = os.fork()
        except OSError:
            for pipe in (requests, to_it, from_it, answers):
                os.close(pipe)
            return None
        if not pid:
            os.close(to_it)
            os.close(from_it)
            _serve(ready, requests, answers)
        os.close(requests)
        os.close(answers)
        return Aside(Worker(pid, from_it, ()), to_it)


def _widen(pipe: int) -> None:
    """Let a pipe hold a long request, where the system can, so that asking is no waiting."""
    import fcntl

    size: object = getattr(fcntl, "F_SETPIPE_SZ", None)
    if isinstance(size, int):
        with suppress(OSError):
            fcntl.fcntl(pipe, size, _WIDE)


_WIDE = 1 << 20
"""Bytes; the most that the system gives to everyone."""


def _serve(ready: Sequence[Callable[[], object]], requests: int, answers: int) -> None:
    """Get ready, answer until nobody asks any more, and end without a word."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and kills
        with open(requests, "rb") as asked, open(answers, "wb") as told:
            for step in chain(ready, repeat(bool)):
                with suppress(Exception):  # whatever it is, it comes again with a work
                    step()
                length = int.from_bytes(asked.read(LENGTH))
                if not length:
                    return
                # Nobody but the process that began this one writes into the pipe.
                work, things = pickle.loads(asked.read(length))  # noqa: S301
                for thing in things:
                    told.write(answered(partial(work, thing)))
                    told.flush()
    finally:
        os._exit(0)
