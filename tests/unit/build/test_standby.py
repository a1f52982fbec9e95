"""The standby worker: answers, preparations, a worker that dies, and no process left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import msgpack

from docgen.build import standby_worker
from docgen.build.standby import NO_STANDBY, Standby
from docgen.build.standby_worker import standby

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork"),
    # pytest's own workers have a thread, which only waits.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

HERE = os.getpid()


@pytest.fixture(autouse=True)
def with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork although pytest may have threads."""
    monkeypatch.setattr(standby_worker, "can_fork", lambda: True)


def doubled(argument: bytes) -> int:
    return 2 * msgpack.decode(argument, type=int)


def process(_: bytes) -> int:
    return os.getpid()


def failing(_: bytes) -> int:
    raise ValueError


def killed(_: bytes) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


FUNCTIONS = {
    one.__name__: one for one in (doubled, process, failing, killed, len, bytes.hex)
}


def number(content: bytes | None) -> int | None:
    return None if content is None else msgpack.decode(content, type=int)


def result(worker: Standby, function: Callable[..., object], argument: object) -> int:
    found = number(worker.ask(function.__name__, argument).get())
    assert found is not None
    return found


def test_worker_answers() -> None:
    with standby(FUNCTIONS, []) as worker:
        assert worker.has("doubled")
        assert [result(worker, doubled, n) for n in (1, 20, 300)] == [2, 40, 600]
        assert result(worker, process, None) != HERE


def test_answers_belong_to_their_requests_in_any_order() -> None:
    with standby(FUNCTIONS, []) as worker:
        answers = [worker.ask("doubled", n) for n in range(5)]
        assert [number(one.get()) for one in reversed(answers)] == [8, 6, 4, 2, 0]
        assert number(answers[0].get()) == 0


def test_long_requests_and_answers_do_not_block() -> None:
    long = b"x" * 3_000_000
    with standby(FUNCTIONS, []) as worker:
        first, second = worker.ask("hex", long), worker.ask("len", long)
        assert number(second.get()) == len(msgpack.encode(long))
        assert len(first.get() or b"") > 6_000_000


def test_unknown_function_has_no_answer() -> None:
    with standby(FUNCTIONS, []) as worker:
        assert not worker.has("tripled")
        assert worker.ask("tripled", 1).get() is None


def test_exception_costs_one_answer() -> None:
    with standby(FUNCTIONS, []) as worker:
        failed = worker.ask("failing", None)
        assert result(worker, doubled, 4) == 8
        assert failed.get() is None


def test_worker_that_died_answers_nothing_more() -> None:
    with standby(FUNCTIONS, []) as worker:
        died, next_one = worker.ask("killed", None), worker.ask("doubled", 1)
        assert died.get() is None
        assert next_one.get() is None
        assert not worker.has("doubled")


def test_argument_that_cannot_be_encoded_has_no_answer() -> None:
    with standby(FUNCTIONS, []) as worker:
        assert worker.ask("doubled", "\udcff").get() is None
        assert result(worker, doubled, 2) == 4


def test_preparations_are_done_in_order_before_requests_that_come_later() -> None:
    done: list[int] = []

    def progress(_: bytes) -> list[int]:
        return done

    def wait() -> None:
        time.sleep(0.2)

    with standby({"progress": progress}, [lambda: done.append(1), wait]) as worker:
        while worker.ask("progress", None).get() != msgpack.encode([1]):
            time.sleep(0.01)
    assert done == []


def test_preparation_that_fails_changes_nothing() -> None:
    def fail() -> None:
        raise ValueError

    done: list[int] = []

    def progress(_: bytes) -> int:
        return len(done)

    with standby({"progress": progress}, [fail, lambda: done.append(1)]) as worker:
        while worker.ask("progress", None).get() != msgpack.encode(1):
            time.sleep(0.01)


def test_only_the_process_that_started_the_worker_may_ask() -> None:
    with standby(FUNCTIONS, []) as worker:
        child = os.fork()
        if not child:
            os._exit(worker.has("doubled"))
        assert os.waitpid(child, 0)[1] == 0
        assert result(worker, doubled, 3) == 6


def test_other_process_does_not_receive_the_answers_of_this_one() -> None:
    with standby(FUNCTIONS, []) as worker:
        asked = worker.ask("doubled", 7)
        child = os.fork()
        if not child:
            others = (asked.get(), worker.ask("doubled", 8).get())
            os._exit(others != (None, None))
        assert os.waitpid(child, 0)[1] == 0
        assert number(asked.get()) == 14


def test_request_is_not_answered_after_the_end() -> None:
    with standby(FUNCTIONS, []) as worker:
        asked = worker.ask("doubled", 7)
    assert asked.get() is None
    assert worker.ask("doubled", 7).get() is None


def test_worker_ends_where_the_signal_of_its_end_is_ignored() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with standby(FUNCTIONS, []) as worker:
            found = result(worker, process, None)
            assert worker.ask("killed", None).get() is None
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert not is_running(found)


INTERRUPTED_WHILE_THE_WORKER_STARTS = """
import os, signal, time
from docgen.build.standby_worker import standby

def interrupted_fork():
    pid = fork()
    if pid:
        os.kill(os.getpid(), signal.SIGINT)
    return pid

signal.signal(signal.SIGINT, signal.default_int_handler)
fork, os.fork = os.fork, interrupted_fork
try:
    with standby({}, []):
        time.sleep(10)
except KeyboardInterrupt:
    print("interrupted")
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no process is left")
"""


def test_interrupt_while_the_worker_starts_leaves_no_process() -> None:
    # A process with one thread, as another one of pytest would receive the signal. It handles
    # SIGINT also where pytest runs in the background of a shell, and so ignores it.
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_THE_WORKER_STARTS],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["interrupted", "no process is left"]


def test_dismissed_worker_answers_what_it_was_asked_before() -> None:
    with standby(FUNCTIONS, []) as worker:
        asked = worker.ask("doubled", 5)
        worker.dismiss()
        assert number(asked.get()) == 10
        assert not worker.has("doubled")
        assert worker.ask("doubled", 5).get() is None


def test_worker_ignores_interrupts() -> None:
    def interrupted(_: bytes) -> int:
        os.kill(os.getpid(), signal.SIGINT)
        return 1

    with standby({"interrupted": interrupted}, []) as worker:
        assert result(worker, interrupted, None) == 1


@pytest.mark.parametrize("is_busy", [False, True], ids=["idle", "busy"])
def test_no_process_is_left(*, is_busy: bool) -> None:
    def interrupted() -> None:
        with standby({"pause": lambda _: signal.pause()} | FUNCTIONS, []) as worker:
            found.append(result(worker, process, None))
            if is_busy:
                worker.ask("pause", None)
            raise KeyboardInterrupt

    found: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with pytest.raises(ProcessLookupError):
        os.kill(found[0], 0)


def test_worker_ends_with_the_process_that_started_it() -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        with standby(FUNCTIONS, []) as worker:
            os.write(writer, result(worker, process, None).to_bytes(4))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    grandchild = int.from_bytes(os.read(reader, 4))
    for pipe in (reader, writer):
        os.close(pipe)
    for _ in range(500):
        if not is_running(grandchild):
            return
        time.sleep(0.01)
    pytest.fail("the worker is still running")


def is_running(pid: int) -> bool:
    """Return whether a process runs; one that ended may still wait to be collected."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        return status.rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_without_room_for_a_process_nothing_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    with standby(FUNCTIONS, []) as worker:
        assert worker is NO_STANDBY
        assert worker.ask("doubled", 1).get() is None


def test_where_a_fork_is_not_safe_nothing_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(standby_worker, "can_fork", lambda: False)
    with standby(FUNCTIONS, []) as worker:
        assert worker is NO_STANDBY
