"""A crew: the workers that share some things, each taking every n-th.

One that dies costs the thing that it was about; another takes over the rest. What no worker could
do, for it raised an exception or there was no room for a process, is done in this process, in
its turn: so an exception is met where it would be met without workers.
"""

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from selectors import EVENT_READ, DefaultSelector
from typing import Generic, TypeVar

from msgspec import Struct, msgpack

from docgen.workers.worker import Worker, hired

T = TypeVar("T")
R = TypeVar("R")


class Died(Struct, frozen=True):
    """A worker came to its end over a thing; `how` goes on from "it"."""

    how: str


class Crew(Generic[T, R]):
    """Workers, what has come from them, and what is still to come."""

    def __init__(
        self, things: Sequence[T], work: Callable[[T], R], decoder: msgpack.Decoder[R]
    ) -> None:
        self._things, self._work, self._decoder = things, work, decoder
        self._come: dict[int, bytes | Died | None] = {}
        self._workers: dict[int, Worker] = {}
        self._selector = DefaultSelector()

    def begin(self, workers: int) -> None:
        """Share the things out."""
        for first in range(min(workers, len(self._things))):
            self._engage(range(first, len(self._things), workers))

    def results(self) -> Iterator[R | Died]:
        """Give what comes of each thing, in order."""
        for number, thing in enumerate(self._things):
            while number not in self._come:
                self._listen()
            found = self._come.pop(number)
            if found is None:
                yield self._work(thing)
            else:
                yield found if isinstance(found, Died) else self._decoder.decode(found)

    def close(self) -> None:
        """Leave no worker behind."""
        for worker in self._workers.values():
            worker.kill()
        for worker in self._workers.values():
            worker.leave()
        self._workers.clear()
        self._selector.close()

    def _engage(self, numbers: Sequence[int]) -> None:
        with undisturbed():
            try:
                worker = hired(numbers, self._answer, self._workers)
            except OSError:
                self._come |= dict.fromkeys(numbers)
                return
            self._workers[worker.pipe] = worker
            self._selector.register(worker.pipe, EVENT_READ)

    def _answer(self, number: int) -> R:
        return self._work(self._things[number])

    def _listen(self) -> None:
        for key, _ in self._selector.select():
            worker = self._workers[key.fd]
            self._come.update(worker.answers())
            if worker.has_ended:
                self._part_from(worker)

    def _part_from(self, worker: Worker) -> None:
        self._selector.unregister(worker.pipe)
        del self._workers[worker.pipe]
        how = worker.leave()
        if worker.waiting:
            self._come[worker.waiting.popleft()] = Died(how)
        if worker.waiting:
            self._engage(worker.waiting)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold an interruption back, so that no worker begins that nobody knows of."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
