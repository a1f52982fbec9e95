"""How many workers there are."""

import os
import subprocess
import sys

import pytest

from docgen.build.workers import number_of_workers

ASK = """
import sys, threading
from docgen.build.workers import number_of_workers
if {threads}:
    threading.Thread(target=threading.Event().wait, daemon=True).start()
print(number_of_workers({things}, {asked}))
"""


def number(things: int, asked: int | None, *, threads: bool = False) -> int:
    """Give the number in a process of its own: pytest may have threads."""
    program = ASK.format(things=things, asked=asked, threads=threads)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True
    )
    return int(ran.stdout)


@pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="there is one process alone there"
)
class TestNumber:
    @pytest.mark.parametrize("asked", [2, 8])
    def test_as_many_as_are_asked_for(self, asked: int) -> None:
        assert number(76, asked) == asked

    def test_a_single_thing_is_not_done_here_if_several_are_asked_for(self) -> None:
        assert number(1, 2) == 2

    def test_of_one_process_there_is_no_other(self) -> None:
        assert number(76, 1) == 0

    def test_of_few_things_one_process_is_quicker(self) -> None:
        assert number(76, None) == 0

    def test_of_many_things_every_core_takes_some(self) -> None:
        assert number(100_000, None) == min(8, len(os.sched_getaffinity(0)))

    def test_beside_threads_nothing_is_forked(self) -> None:
        assert number(76, 2, threads=True) == 0


@pytest.mark.parametrize("asked", [None, 1, 8])
def test_of_nothing_this_process_makes_nothing(asked: int | None) -> None:
    assert number_of_workers(0, asked) == 0
