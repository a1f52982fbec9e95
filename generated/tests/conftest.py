"""Lets the tests import the package next to them, also in a run with other tests."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

_modules: dict[str, ModuleType] = {}


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Import a test module although a module from elsewhere has the same name."""
    if not isinstance(collector, pytest.Module):
        yield
        return
    name = collector.path.stem
    elsewhere = sys.modules.pop(name, None)
    yield
    collected = sys.modules.pop(name, None)
    if collected:
        _modules[name] = collected
    if elsewhere:
        sys.modules[name] = elsewhere


def pytest_collection_finish() -> None:
    """Register the test modules, as far as their names are free."""
    for name, module in _modules.items():
        sys.modules.setdefault(name, module)
