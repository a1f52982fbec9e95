"""Progress: a bar on a terminal, and only when a run takes its time."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TypeVar

T = TypeVar("T")

_BEGIN = time.monotonic()
_PATIENCE = 1.0
_INTERVAL = 0.1


def told_on_terminal(things: Sequence[T], doing: str) -> Iterator[T]:
    """Give the things, and show how many of them were given."""
    if not sys.stderr.isatty():
        yield from things
        return
    last = _BEGIN + _PATIENCE - _INTERVAL
    with ExitStack() as shown:
        show = None
        for number, thing in enumerate(things):
            if time.monotonic() - last > _INTERVAL:
                if show is None:
                    from docgen.reporters.bar import bar

                    show = shown.enter_context(bar(doing, len(things)))
                show(number)
                last = time.monotonic()
            yield thing
