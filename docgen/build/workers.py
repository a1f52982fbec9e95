"""A pool of worker processes that compute one result for each item, in order.

Workers are forked, so they share everything that this process has loaded and items are not sent to
them. Each worker takes every n-th item and sends back its results as MessagePack. The number of
workers makes no difference to the results, and no worker is left when the work is done, abandoned
or interrupted.

    answers = answer*          one for each item of the worker, in their order (see `answers`)

A worker that ends before its last answer died while it computed the next item: that item's result
is `WorkerDied`, and a new worker takes the rest. An item whose computation raised an exception in a
worker is computed again in this process, so that the exception is raised where it is expected.
"""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from selectors import EVENT_READ, DefaultSelector
from typing import Generic, NoReturn, TypeVar

from msgspec import Struct, msgpack

from docgen.build.answers import CHUNK, LENGTH_SIZE, NO_RESULT, answer_of

T = TypeVar("T")
R = TypeVar("R")

_ITEMS_PER_WORKER = 200
"""With fewer items one process is done before a second has started."""
_OTHER_WORK = 1_000
"""Results that this process can decode while a single worker computes a few others."""
_MAX_WORKERS = 8
"""More workers use memory and save hardly any time: not all of a run can be shared."""
_UNSAFE_TO_FORK = {"darwin"}
"""Systems whose libraries start threads, which do not survive a fork."""


class WorkerDied(Struct, frozen=True):
    """The result of an item whose worker ended; `how` continues a sentence about the process."""

    how: str


def worker_count(items: int, requested: int | None, others: int = 0) -> int:
    """Return how many workers compute `items` results; 0 means that this process does.

    `requested` is the value of `-j`. If more than one is requested, even a single item is computed
    by a worker. `others` is the number of results that this process decodes at the same time.
    """
    if not items or not can_fork():
        return 0
    if requested is not None:
        return requested if requested > 1 else 0
    cores = available_cores()
    count = min(cores, items // _ITEMS_PER_WORKER, _MAX_WORKERS)
    if count > 1:
        return count
    return 1 if cores > 1 and others >= _OTHER_WORK else 0


def can_fork() -> bool:
    """Return whether this process may be forked safely."""
    is_single_threaded = threading.active_count() == 1
    return (
        hasattr(os, "fork")
        and sys.platform not in _UNSAFE_TO_FORK
        and is_single_threaded
    )


def available_cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def compute(
    items: Sequence[T],
    function: Callable[[T], R],
    decoder: msgpack.Decoder[R],
    workers: int,
) -> Iterator[Iterator[R | WorkerDied]]:
    """Yield the results of `function` for each item, in order.

    Workers start at once and have ended when the context is left. `decoder` decodes the
    MessagePack of a result. Without workers this process computes each result when it is asked for.
    """
    if not workers:
        yield map(function, items)
        return
    with closing(_Pool(items, function, decoder)) as pool:
        pool.start(workers)
        yield pool.results()


class _Pool(Generic[T, R]):
    """The running workers, and the results that they have sent."""

    def __init__(
        self,
        items: Sequence[T],
        function: Callable[[T], R],
        decoder: msgpack.Decoder[R],
    ) -> None:
        self._items, self._function, self._decoder = items, function, decoder
        self._results: dict[int, bytes | WorkerDied | None] = {}
        self._workers: dict[int, _Worker] = {}
        self._selector = DefaultSelector()

    def start(self, workers: int) -> None:
        """Start the workers; each takes every n-th item."""
        for first in range(min(workers, len(self._items))):
            self._start_worker(range(first, len(self._items), workers))

    def results(self) -> Iterator[R | WorkerDied]:
        """Yield the result of each item, in order."""
        for number, item in enumerate(self._items):
            while number not in self._results:
                self._receive()
            result = self._results.pop(number)
            if result is None:
                yield self._function(item)
            elif isinstance(result, WorkerDied):
                yield result
            else:
                yield self._decoder.decode(result)

    def close(self) -> None:
        """Kill the workers that are still running."""
        for worker in self._workers.values():
            worker.kill()
        for worker in self._workers.values():
            worker.wait()
        self._workers.clear()
        self._selector.close()

    def _start_worker(self, numbers: Sequence[int]) -> None:
        with interrupts_blocked():
            try:
                worker = _start(numbers, self._result, self._workers)
            except OSError:  # no room for a process: computed in this one
                self._results |= dict.fromkeys(numbers)
                return
            self._workers[worker.pipe] = worker
            self._selector.register(worker.pipe, EVENT_READ)

    def _result(self, number: int) -> R:
        return self._function(self._items[number])

    def _receive(self) -> None:
        for key, _ in self._selector.select():
            worker = self._workers[key.fd]
            self._results.update(worker.answers())
            if worker.has_ended:
                self._replace(worker)

    def _replace(self, worker: "_Worker") -> None:
        """Let another worker take what is left of one that ended."""
        self._selector.unregister(worker.pipe)
        del self._workers[worker.pipe]
        how = worker.wait()
        if worker.pending:
            self._results[worker.pending.popleft()] = WorkerDied(how)
        if worker.pending:
            self._start_worker(worker.pending)


class _Worker:
    """A worker process; `pipe` is readable when it answered or ended."""

    def __init__(self, pid: int, pipe: int, numbers: Iterable[int]) -> None:
        self._pid, self.pipe = pid, pipe
        self.pending = deque(numbers)
        self.has_ended = False
        self._received = bytearray()

    def answers(self) -> Iterator[tuple[int, bytes | None]]:
        """Wait for input and yield the complete answers, each with the number of its item."""
        chunk = os.read(self.pipe, CHUNK)
        self.has_ended = not chunk
        self._received += chunk
        while len(self._received) >= LENGTH_SIZE:
            head = bytes(self._received[:LENGTH_SIZE])
            length = 0 if head == NO_RESULT else int.from_bytes(head)
            if len(self._received) < LENGTH_SIZE + length:
                return
            answer = bytes(self._received[LENGTH_SIZE : LENGTH_SIZE + length])
            del self._received[: LENGTH_SIZE + length]
            yield self.pending.popleft(), None if head == NO_RESULT else answer

    def kill(self) -> None:
        """Kill the process, which may be gone already where SIGCHLD is ignored."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> str:
        """Wait until the process has ended; return how it ended, as far as that is known."""
        os.close(self.pipe)
        try:
            _, status = os.waitpid(self._pid, 0)
        except ChildProcessError:  # SIGCHLD is ignored
            return "ended"
        code = os.waitstatus_to_exitcode(status)
        if code >= 0:
            return f"ended with status {code}"
        return f"was killed by {_signal_name(-code)}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block SIGINT, so that no worker is started and then forgotten."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(
    numbers: Iterable[int],
    result: Callable[[int], object],
    other_pipes: Iterable[int],
) -> _Worker:
    """Fork a worker; raises `OSError` where the system has no room for one.

    The worker closes `other_pipes`, the pipes of other workers, so that each ends with its writer.
    """
    reader, writer = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        raise
    if not pid:
        _run(numbers, result, writer, (reader, *other_pipes))
    os.close(writer)
    return _Worker(pid, reader, numbers)


def _run(
    numbers: Iterable[int],
    result: Callable[[int], object],
    pipe: int,
    other_pipes: Iterable[int],
) -> NoReturn:
    """Run as the worker. No exit handler of the parent process runs here."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it, and kills
        for other in other_pipes:
            os.close(other)
        with open(pipe, "wb") as answers:
            for number in numbers:
                answers.write(answer_of(partial(result, number)))
                answers.flush()
        status = 0
    finally:
        os._exit(status)
