"""Sharing out: order, exceptions, workers that die, and none left."""

import os
import signal
from collections.abc import Callable, Sequence

import pytest
from msgspec import msgpack

from docgen.build.workers import Died, shared_out

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork"),
    # pytest's own workers have a thread, which only waits.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]

NUMBERS = msgpack.Decoder(int)


def shared(
    things: Sequence[int], work: Callable[[int], int], workers: int
) -> list[int | Died]:
    with shared_out(things, work, NUMBERS, workers) as found:
        return list(found)


class Roll:
    """The numbers of the processes that signed it."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()

    def sign(self, number: int) -> int:
        os.write(self._write, os.getpid().to_bytes(4))
        return number

    def one_is_left(self) -> bool:
        os.close(self._write)
        with os.fdopen(self._read, "rb") as file:
            signed = file.read()
        assert signed
        pids = {int.from_bytes(signed[n : n + 4]) for n in range(0, len(signed), 4)}
        return any(map(is_left, pids))


def is_left(pid: int) -> bool:
    """Tell whether a process runs, or ended and nobody waited for it."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def squared(number: int) -> int:
    return number * number


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 500])
def test_what_comes_out_is_in_order_for_any_number(workers: int, count: int) -> None:
    assert shared(range(count), squared, workers) == [n * n for n in range(count)]


def test_the_work_is_done_elsewhere() -> None:
    pids = shared(range(4), lambda _: os.getpid(), 2)
    assert os.getpid() not in pids
    assert pids[0] == pids[2] != pids[1] == pids[3]


def test_without_workers_it_is_done_here() -> None:
    assert shared([1], lambda _: os.getpid(), 0) == [os.getpid()]


def test_there_are_no_more_workers_than_things() -> None:
    pids = shared(range(2), lambda _: os.getpid(), 8)
    assert len({*pids, os.getpid()}) == 3


def test_a_single_thing_is_done_elsewhere_too() -> None:
    assert shared([1], lambda _: os.getpid(), 2) != [os.getpid()]


def test_an_answer_longer_than_a_pipe_comes_whole() -> None:
    texts = msgpack.Decoder(str)
    with shared_out(range(4), lambda n: str(n) * 300_000, texts, 2) as found:
        assert list(found) == [str(n) * 300_000 for n in range(4)]


class TestExceptions:
    def test_one_is_met_where_its_result_would_be(self) -> None:
        roll = Roll()

        def work(number: int) -> int:
            if number == 3:
                raise LookupError(number)
            return roll.sign(number)

        with shared_out(range(6), work, NUMBERS, 2) as found:
            assert [next(found) for _ in range(3)] == [0, 1, 2]
            with pytest.raises(LookupError, match="3"):
                next(found)
        assert not roll.one_is_left()

    def test_the_first_in_order_is_the_one_that_is_met(self) -> None:
        def work(number: int) -> int:
            raise LookupError(number)

        with pytest.raises(LookupError, match="0"):
            shared(range(6), work, 3)

    def test_what_can_not_be_sent_is_done_here(self) -> None:
        found = shared(range(2), lambda n: n if os.getpid() == HERE else 1 << 80, 2)
        assert found == [0, 1]

    def test_what_leaves_the_program_ends_no_more_than_a_worker(self) -> None:
        def work(number: int) -> int:
            raise SystemExit(number)

        assert shared([4, 5], work, 2) == [Died("ended with status 1")] * 2


HERE = os.getpid()


class TestDeath:
    @staticmethod
    def deadly(*deadly: int) -> Callable[[int], int]:
        def work(number: int) -> int:
            if number in deadly:
                os.kill(os.getpid(), signal.SIGKILL)
            return number

        return work

    def test_it_costs_one_thing(self) -> None:
        found = shared(range(9), self.deadly(4), 2)
        killed = Died("was killed by SIGKILL")
        assert found == [0, 1, 2, 3, killed, 5, 6, 7, 8]

    @pytest.mark.parametrize("workers", [2, 3, 8])
    def test_every_thing_may_be_one_that_kills(self, workers: int) -> None:
        found = shared(range(8), self.deadly(*range(8)), workers)
        assert found == [Died("was killed by SIGKILL")] * 8


class TestNoneIsLeft:
    def test_at_the_end(self) -> None:
        roll = Roll()
        shared(range(100), roll.sign, 3)
        assert not roll.one_is_left()

    def test_after_deaths(self) -> None:
        roll = Roll()

        def work(number: int) -> int:
            return TestDeath.deadly(0, 3, 8)(roll.sign(number))

        shared(range(9), work, 3)
        assert not roll.one_is_left()

    def test_when_it_is_given_up(self) -> None:
        roll = Roll()
        with shared_out(range(1000), roll.sign, NUMBERS, 3) as found:
            assert next(found) == 0
        assert not roll.one_is_left()

    def test_when_they_are_in_the_middle_of_something(self) -> None:
        roll = Roll()

        def work(number: int) -> int:
            if roll.sign(number) > 1:
                signal.pause()
            return number

        def interrupted() -> None:
            with shared_out(range(4), work, NUMBERS, 2) as found:
                assert [next(found), next(found)] == [0, 1]
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert not roll.one_is_left()

    def test_an_interruption_is_no_worker_s_to_hear(self) -> None:
        def work(number: int) -> int:
            os.kill(os.getpid(), signal.SIGINT)
            return number

        assert shared(range(4), work, 2) == [0, 1, 2, 3]
