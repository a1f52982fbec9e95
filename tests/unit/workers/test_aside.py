"""A process that begins early: what it is asked, what it answers, and how it ends."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

import pytest
from msgspec import msgpack

from docgen.workers.aside import Aside, begun
from docgen.workers.crew import Died

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork"),
    # pytest's own workers have a thread, which only waits.
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]

NUMBERS = msgpack.Decoder(int)
TEXTS = msgpack.Decoder(str)


def doubled(number: int) -> int:
    return 2 * number


def whose(_: int) -> int:
    return os.getpid()


def odd(number: int) -> int:
    if number % 2:
        raise ValueError(number)
    return os.getpid()


def deadly(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def long_text(number: int) -> str:
    return str(number) * 300_000


def nothing() -> None:
    """Get ready for nothing."""


def broken() -> None:
    raise ValueError


@contextmanager
def aside(*ready: Callable[[], object]) -> Iterator[Aside]:
    found = begun(ready)
    assert found
    with closing(found):
        yield found


def asked(
    of: Aside, things: Sequence[int], work: Callable[[int], int]
) -> list[int | Died]:
    return [*of.results(things, work, NUMBERS)]


@pytest.mark.parametrize("count", [0, 1, 7, 500])
def test_answers_come_in_order_however_often_it_is_asked(count: int) -> None:
    with aside() as one:
        for _ in range(3):
            assert asked(one, range(count), doubled) == [2 * n for n in range(count)]


def test_more_is_asked_before_what_was_asked_has_come() -> None:
    with aside() as one:
        first = one.results([1, 2], doubled, NUMBERS)
        second = one.results([3], doubled, NUMBERS)
        assert asked(one, [4, 5], doubled) == [8, 10]
        assert [*second] == [6]
        assert [*first] == [2, 4]


def test_of_all_that_was_asked_the_first_that_has_not_come_died() -> None:
    with aside() as one:
        first = one.results([1, 2, 3], deadly, NUMBERS)
        second = one.results([4], deadly, NUMBERS)
        assert [*second] == [4]
        died = [*first]
        assert died[::2] == [1, 3]
        assert isinstance(died[1], Died)


def test_what_was_asked_before_it_ended_is_done_here() -> None:
    with aside() as one:
        (pid,) = asked(one, [1], whose)
        assert isinstance(pid, int)
        first = one.results([2], whose, NUMBERS)
        os.kill(pid, signal.SIGKILL)
        while asked(one, [3], whose) != [os.getpid()]:
            """It may still have heard this."""
        assert [isinstance(found, Died) or found == pid for found in first] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="pipes are as wide as they are")
def test_a_long_request_is_no_waiting() -> None:
    def awake() -> None:
        os.read(waits, 1)

    waits, wakes = os.pipe()
    with aside(awake) as one:
        found = one.results(["x" * 500_000], len, NUMBERS)
        os.write(wakes, b"1")
        assert [*found] == [500_000]
    os.close(waits)
    os.close(wakes)


def test_the_work_is_done_elsewhere() -> None:
    with aside(nothing) as one:
        (pid,) = asked(one, [1], whose)
        assert pid != os.getpid()


def test_it_is_asked_at_once_and_heard_later() -> None:
    with aside() as one:
        found = one.results([1, 2], doubled, NUMBERS)
        assert [*found] == [2, 4]


def test_what_raises_an_exception_is_done_here_so_that_it_is_met_here() -> None:
    with aside() as one:
        found = one.results([0, 1, 2], odd, NUMBERS)
        assert next(found) != os.getpid()
        with pytest.raises(ValueError, match="1"):
            next(found)


def test_what_can_not_be_got_ready_is_no_trouble() -> None:
    with aside(broken, broken) as one:
        for _ in range(3):
            assert asked(one, [4], doubled) == [8]


@pytest.mark.parametrize("times", [1, 2])
def test_the_thing_that_ends_it_dies_and_the_rest_is_done_here(times: int) -> None:
    died = Died("was killed by SIGKILL")
    with aside() as one:
        assert asked(one, [1, 2, 3], deadly) == [1, died, 3]
        for _ in range(times):
            assert asked(one, [1], whose) == [os.getpid()]


def test_if_it_ended_before_it_was_asked_all_is_done_here() -> None:
    with aside() as one:
        (pid,) = asked(one, [1], whose)
        assert isinstance(pid, int)
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        assert asked(one, [2, 3], doubled) == [4, 6]


def test_questions_and_answers_may_be_longer_than_a_pipe() -> None:
    with aside() as one:
        found = [*one.results([*range(5)] * 4_000, doubled, NUMBERS)]
        assert len(found) == 20_000
        texts = [*one.results(range(6), long_text, TEXTS)]
        assert texts == [str(n) * 300_000 for n in range(6)]


def test_none_is_left_behind() -> None:
    with aside() as one:
        (pid,) = asked(one, [1], whose)
    assert isinstance(pid, int)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_none_is_left_behind_that_nobody_asked() -> None:
    with aside(nothing):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
