"""Workers: order of results, exceptions, workers that die, and no process left behind."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from msgspec import msgpack

from docgen.build import workers
from docgen.build.workers import WorkerDied, _Worker, compute, worker_count

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork"),
    # pytest's own workers have a thread, which only waits.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

NUMBERS = msgpack.Decoder(int)


def results(
    items: Sequence[int], function: Callable[[int], int], workers: int
) -> list[int | WorkerDied]:
    with compute(items, function, NUMBERS, workers) as found:
        return list(found)


class ProcessLog:
    """The numbers of the processes that wrote to it."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()

    def write(self, number: int) -> int:
        os.write(self._write, os.getpid().to_bytes(4))
        return number

    def has_running_process(self) -> bool:
        os.close(self._write)
        with os.fdopen(self._read, "rb") as file:
            written = file.read()
        assert written
        pids = {int.from_bytes(written[n : n + 4]) for n in range(0, len(written), 4)}
        return any(map(is_running, pids))


def is_running(pid: int) -> bool:
    """Return whether a process runs, or ended and was not waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def squared(number: int) -> int:
    return number * number


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 500])
def test_results_are_in_order_for_any_number_of_workers(
    workers: int, count: int
) -> None:
    assert results(range(count), squared, workers) == [n * n for n in range(count)]


def test_workers_compute_in_other_processes() -> None:
    pids = results(range(4), lambda _: os.getpid(), 2)
    assert os.getpid() not in pids
    assert pids[0] == pids[2] != pids[1] == pids[3]


def test_without_workers_this_process_computes() -> None:
    assert results([1], lambda _: os.getpid(), 0) == [os.getpid()]


def test_there_are_no_more_workers_than_items() -> None:
    pids = results(range(2), lambda _: os.getpid(), 8)
    assert len({*pids, os.getpid()}) == 3


def test_single_item_is_computed_by_a_worker() -> None:
    assert results([1], lambda _: os.getpid(), 2) != [os.getpid()]


def test_result_larger_than_a_pipe_is_complete() -> None:
    texts = msgpack.Decoder(str)
    with compute(range(4), lambda n: str(n) * 300_000, texts, 2) as found:
        assert list(found) == [str(n) * 300_000 for n in range(4)]


class TestExceptions:
    def test_exception_is_raised_in_place_of_the_result(self) -> None:
        log = ProcessLog()

        def work(number: int) -> int:
            if number == 3:
                raise LookupError(number)
            return log.write(number)

        with compute(range(6), work, NUMBERS, 2) as found:
            assert [next(found) for _ in range(3)] == [0, 1, 2]
            with pytest.raises(LookupError, match="3"):
                next(found)
        assert not log.has_running_process()

    def test_first_exception_in_order_is_raised(self) -> None:
        def work(number: int) -> int:
            raise LookupError(number)

        with pytest.raises(LookupError, match="0"):
            results(range(6), work, 3)

    def test_result_that_cannot_be_encoded_is_computed_here(self) -> None:
        found = results(range(2), lambda n: n if os.getpid() == HERE else 1 << 80, 2)
        assert found == [0, 1]

    def test_system_exit_ends_only_the_worker(self) -> None:
        def work(number: int) -> int:
            raise SystemExit(number)

        assert results([4, 5], work, 2) == [WorkerDied("ended with status 1")] * 2


HERE = os.getpid()


class TestDeadWorkers:
    @staticmethod
    def deadly(*deadly: int) -> Callable[[int], int]:
        def work(number: int) -> int:
            if number in deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            return number

        return work

    def test_dead_worker_costs_one_item(self) -> None:
        found = results(range(9), self.deadly(4), 2)
        killed = WorkerDied("was killed by SIGKILL")
        assert found == [0, 1, 2, 3, killed, 5, 6, 7, 8]

    @pytest.mark.parametrize("workers", [2, 3, 8])
    def test_every_item_may_kill_its_worker(self, workers: int) -> None:
        found = results(range(8), self.deadly(*range(8)), workers)
        assert found == [WorkerDied("was killed by SIGKILL")] * 8


class TestNoProcessIsLeft:
    def test_after_the_last_result(self) -> None:
        log = ProcessLog()
        results(range(100), log.write, 3)
        assert not log.has_running_process()

    def test_after_workers_died(self) -> None:
        log = ProcessLog()

        def work(number: int) -> int:
            return TestDeadWorkers.deadly(0, 3, 8)(log.write(number))

        results(range(9), work, 3)
        assert not log.has_running_process()

    def test_after_leaving_early(self) -> None:
        log = ProcessLog()
        with compute(range(1000), log.write, NUMBERS, 3) as found:
            assert next(found) == 0
        assert not log.has_running_process()

    def test_after_an_interrupt_during_work(self) -> None:
        log = ProcessLog()

        def work(number: int) -> int:
            if log.write(number) > 1:
                signal.pause()
            return number

        def interrupted() -> None:
            with compute(range(4), work, NUMBERS, 2) as found:
                assert [next(found), next(found)] == [0, 1]
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert not log.has_running_process()

    def test_results_are_known_where_the_signal_of_an_end_is_ignored(self) -> None:
        before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        try:
            assert results(range(5), lambda n: n, 2) == [0, 1, 2, 3, 4]
        finally:
            signal.signal(signal.SIGCHLD, before)

    def test_workers_ignore_interrupts(self) -> None:
        def work(number: int) -> int:
            os.kill(os.getpid(), signal.SIGINT)
            return number

        assert results(range(4), work, 2) == [0, 1, 2, 3]


class PipeOfWorker:
    """The pipe of a worker that does not exist, and what it is made to send."""

    def __init__(self, *numbers: int) -> None:
        reader, self._writer = os.pipe()
        self.worker = _Worker(0, reader, numbers)

    def send(self, content: bytes) -> list[tuple[int, bytes | None]]:
        os.write(self._writer, content)
        return list(self.worker.answers())

    def end(self) -> list[tuple[int, bytes | None]]:
        os.close(self._writer)
        return list(self.worker.answers())

    def close(self) -> None:
        os.close(self.worker.pipe)


@pytest.fixture
def pipe() -> Iterator[PipeOfWorker]:
    made = PipeOfWorker(3, 5, 7)
    yield made
    made.close()


def answer(content: bytes) -> bytes:
    return len(content).to_bytes(8) + content


class TestAnswers:
    def test_answers_have_the_numbers_of_their_items(self, pipe: PipeOfWorker) -> None:
        assert pipe.send(answer(b"a") + answer(b"bc")) == [(3, b"a"), (5, b"bc")]
        assert pipe.end() == []
        assert pipe.worker.has_ended
        assert [*pipe.worker.pending] == [7]

    def test_part_of_an_answer_waits_for_the_rest(self, pipe: PipeOfWorker) -> None:
        assert pipe.send(answer(b"abc")[:3]) == []
        assert pipe.send(answer(b"abc")[3:10]) == []
        rest = answer(b"abc")[10:] + answer(b"")
        assert pipe.send(rest) == [(3, b"abc"), (5, b"")]
        assert not pipe.worker.has_ended
        pipe.end()

    def test_truncated_answer_is_ignored(self, pipe: PipeOfWorker) -> None:
        assert pipe.send(answer(b"abc")[:-1]) == []
        assert pipe.end() == []
        assert [*pipe.worker.pending] == [3, 5, 7]

    def test_missing_answer_is_none(self, pipe: PipeOfWorker) -> None:
        assert pipe.send(b"\xff" * 8 + answer(b"b")) == [(3, None), (5, b"b")]
        pipe.end()


def test_without_room_for_a_process_this_process_computes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert results(range(5), lambda _: os.getpid(), 2) == [HERE] * 5


COUNT = """
import threading
from docgen.build.workers import worker_count
if {threads}:
    threading.Thread(target=threading.Event().wait, daemon=True).start()
print(worker_count({items}, {requested}))
"""


def count(items: int, requested: int | None, *, threads: bool = False) -> int:
    """Return the number of workers in a process of its own: pytest may have threads."""
    program = COUNT.format(items=items, requested=requested, threads=threads)
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True
    )
    return int(run.stdout)


@pytest.mark.skipif(sys.platform == "darwin", reason="there are never workers")
class TestCount:
    @pytest.mark.parametrize("requested", [2, 8])
    def test_requested_number_is_used(self, requested: int) -> None:
        assert count(76, requested) == requested

    def test_single_item_has_a_worker_if_several_are_requested(self) -> None:
        assert count(1, 2) == 2

    def test_one_process_has_no_workers(self) -> None:
        assert count(76, 1) == 0

    def test_few_items_have_no_workers(self) -> None:
        assert count(76, None) == 0

    def test_many_items_use_every_core(self) -> None:
        assert count(100_000, None) == min(8, len(os.sched_getaffinity(0)))

    @pytest.mark.skipif(
        not hasattr(os, "sched_setaffinity"), reason="a process can use every core"
    )
    def test_cores_that_the_process_may_not_use_do_not_count(self) -> None:
        cores = os.sched_getaffinity(0)
        try:
            os.sched_setaffinity(0, {min(cores)})
            assert count(100_000, None) == 0
        finally:
            os.sched_setaffinity(0, cores)

    def test_process_with_threads_is_not_forked(self) -> None:
        assert count(76, 2, threads=True) == 0

    @pytest.mark.parametrize(("platform", "expected"), [("linux", 2), ("darwin", 0)])
    def test_no_process_is_forked_where_libraries_do_not_allow_it(
        self, monkeypatch: pytest.MonkeyPatch, platform: str, expected: int
    ) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(sys, "platform", platform)
        assert worker_count(76, 2) == expected

    @pytest.mark.parametrize(
        ("cores", "requested", "expected"),
        [(2, None, 1), (1, None, 0), (2, 1, 0), (2, 3, 3)],
    )
    def test_few_items_have_a_worker_while_many_others_are_decoded(
        self,
        monkeypatch: pytest.MonkeyPatch,
        cores: int,
        requested: int | None,
        expected: int,
    ) -> None:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(workers, "available_cores", lambda: cores)
        assert worker_count(3, requested, 1000) == expected
        assert worker_count(3, None, 999) == 0

    @pytest.mark.parametrize("requested", [None, 1, 8])
    def test_no_items_have_no_workers(self, requested: int | None) -> None:
        assert worker_count(0, requested) == 0
