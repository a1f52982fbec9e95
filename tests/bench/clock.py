"""Times of pieces of work that are compared: taken in turns, so that a busy machine slows all."""

import os
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

ONCE = "DOCGEN_BENCH_ONCE" in os.environ
"""Whether one turn will do, for who only wants to see that it works."""

TURNS = range(1, 2) if ONCE else range(3, 26)
"""How many turns each work gets at least and at most."""

SHORTEST = 0.01
"""Seconds that a turn takes at least: shorter work is done several times a turn."""

LONGEST = 3.0
"""Seconds after which a work gets no more turns than it must."""


def cpu_of_children() -> float:
    """Give the seconds that all processes which were begun here and have ended were at work."""
    spent = os.times()
    return spent.children_user + spent.children_system


def nothing() -> None:
    """Do nothing."""


def medians(
    works: Mapping[str, Callable[[], object]],
    *,
    is_cold: bool = False,
    before: Callable[[], object] = nothing,
    clock: Callable[[], float] = perf_counter,
) -> dict[str, float]:
    """Give the seconds that each work takes once: the median of its turns.

    What `is_cold` is done once a turn, and never before. What is done `before` each turn is not
    counted.
    """
    times = {name: 1 if is_cold else _times(work) for name, work in works.items()}
    turns: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(TURNS.stop - 1):
        before()
        for name, work in works.items():
            if turn < TURNS.start or sum(turns[name]) * times[name] < LONGEST:
                seconds = _seconds(work, times[name], clock)
                turns[name].append(seconds / times[name])
    return {name: median(seconds) for name, seconds in turns.items()}


def _times(work: Callable[[], object]) -> int:
    """Find how often a work is done in a turn; it is warm then."""
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
