"""The standby worker: a process that starts before it has work, and prepares for it.

A run with few changes needs modules that take longer to import than the work takes. The worker
imports them while the first process does something else, and computes what it is asked for
(`standby`).
"""

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from select import select
from typing import NoReturn, TypeAlias

from docgen.build.answers import LENGTH_SIZE, answer_of, read_bytes, write_bytes
from docgen.build.standby import NO_STANDBY, Standby
from docgen.build.workers import can_fork, interrupts_blocked

WorkerFunction: TypeAlias = Callable[[bytes], object]
"""A function from an argument as MessagePack to a result that MessagePack can encode."""


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
    head = read_bytes(requests, 1 + LENGTH_SIZE)
    argument = read_bytes(requests, int.from_bytes(head[1:])) if head else None
    if head is None or argument is None:
        raise EOFError
    write_bytes(answers, answer_of(partial(functions[head[0]], argument)))
