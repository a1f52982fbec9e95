"""A pytest plugin: run selected tests only, each with a time limit, and report how they end.

Variables of the environment say what to do. `MUTANTS_TESTS` is a file with the ids of tests and
their limits in seconds, in the order to run them; without it all tests run. `MUTANTS_REPORT` is the
file that gets a line for each phase of a test: seconds, outcome, id.
"""

import json
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

TIMED_OUT = "timed out"
_MEMORY = 6 << 30
"""Bytes of address space: a mutant that never stops to add to a list must not fill the machine."""

_limits: dict[str, float] = {}


def pytest_configure() -> None:
    selected = os.environ.get("MUTANTS_TESTS")
    if selected:
        _limits.update(json.loads(Path(selected).read_text(encoding="utf-8")))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if _limits:
        order = {test: number for number, test in enumerate(_limits)}
        kept = [item for item in items if item.nodeid in order]
        items[:] = sorted(kept, key=lambda item: order[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """End the process if a test takes too long: no exception could be swallowed."""
    process = os.getpid()

    def stop(*_: object) -> None:
        if os.getpid() == process:
            _report(0.0, TIMED_OUT, item.nodeid)
        os._exit(1)

    if item.nodeid in _limits:
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, _limits[item.nodeid])
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _report(report.duration, report.outcome, report.nodeid)


def _report(seconds: float, outcome: str, test: str) -> None:
    file = os.environ.get("MUTANTS_REPORT")
    if file:
        with Path(file).open("a", encoding="utf-8") as lines:
            lines.write(f"{seconds:.3f}\t{outcome}\t{test}\n")
