"""Measure pieces of work in turns, so that a busy machine slows all of them."""

import os
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

ONCE = "DOCGEN_BENCH_ONCE" in os.environ
"""Whether to measure once only, and without clients, to test that it works."""

TURNS = range(1, 2) if ONCE else range(3, 26)
"""The smallest and the largest number of turns."""

SHORTEST = 0.01
"""Seconds that a turn takes at least: shorter work is repeated in a turn."""

LONGEST = 3.0
"""Seconds after which there are no more turns than required."""


def cpu_of_children() -> float:
    """Return the processor time in seconds of all child processes that have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


def nothing() -> None:
    """Do nothing."""


def medians(
    works: Mapping[str, Callable[[], object]],
    *,
    is_cold: bool = False,
    least: int = TURNS.start,
    before: Callable[[], object] = nothing,
    clock: Callable[[], float] = perf_counter,
) -> dict[str, float]:
    """Return the seconds that each work takes: the median of its turns.

    Work that `is_cold` is done once a turn, and not warmed up. There are at least so many turns.
    `before` is called before each turn and is not measured.
    """
    times = {name: 1 if is_cold else _times(work) for name, work in works.items()}
    turns: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(TURNS.stop - 1):
        before()
        for name, work in works.items():
            if turn < least or sum(turns[name]) * times[name] < LONGEST:
                seconds = _seconds(work, times[name], clock)
                turns[name].append(seconds / times[name])
    return {name: median(seconds) for name, seconds in turns.items()}


def _times(work: Callable[[], object]) -> int:
    """Return how often a work is repeated in a turn; this warms it up."""
    times = 1
    while _seconds(work, times, perf_counter) < SHORTEST:
        times *= 2
    return times


def _seconds(
    work: Callable[[], object], times: int, clock: Callable[[], float]
) -> float:
    begun = clock()
    for _ in range(times):
        work()
    return clock() - begun
