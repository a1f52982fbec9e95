"""Times of pieces of work that are compared: taken in turns, so that a busy machine slows all."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter

TURNS = range(3, 26)
"""How many turns each work gets at least and at most."""

SHORTEST = 0.01
"""Seconds that a turn takes at least: shorter work is done several times a turn."""

LONGEST = 3.0
"""Seconds after which a work gets no more turns than it must."""


def medians(
    works: Mapping[str, Callable[[], object]], *, is_cold: bool = False
) -> dict[str, float]:
    """Give the seconds that each work takes once: the median of its turns.

    What `is_cold` is done once a turn, and never before.
    """
    times = {name: 1 if is_cold else _times(work) for name, work in works.items()}
    turns: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(TURNS.stop):
        for name, work in works.items():
            if turn < TURNS.start or sum(turns[name]) * times[name] < LONGEST:
                turns[name].append(_seconds(work, times[name]) / times[name])
    return {name: median(seconds) for name, seconds in turns.items()}


def _times(work: Callable[[], object]) -> int:
    """Find how often a work is done in a turn; it is warm then."""
    times = 1
    while _seconds(work, times) < SHORTEST:
        times *= 2
    return times


def _seconds(work: Callable[[], object], times: int) -> float:
    begun = perf_counter()
    for _ in range(times):
        work()
    return perf_counter() - begun
