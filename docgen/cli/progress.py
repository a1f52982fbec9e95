"""Progress: a bar on a terminal, shown only if a run takes longer than a second."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

T = TypeVar("T")

_START = time.monotonic()
_DELAY = 1.0
_INTERVAL = 0.1


def with_progress(items: Sequence[T], stage: str) -> Iterator[T]:
    """Yield the items, and show on a terminal how many of them are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    shown_at = _START + _DELAY - _INTERVAL
    with ExitStack() as stack:
        bar: ProgressBar[int] | None = None
        done = 0
        for number, item in enumerate(items):
            if time.monotonic() - shown_at > _INTERVAL:
                bar = bar or stack.enter_context(_bar(stage, len(items)))
                bar.update(number - done)
                shown_at, done = time.monotonic(), number
            yield item
        if bar:
            bar.update(len(items) - done)


def _bar(stage: str, length: int) -> "ProgressBar[int]":
    import click

    bar: ProgressBar[int] = click.progressbar(
        length=length, label=stage, file=sys.stderr, show_pos=True, show_eta=False
    )
    return bar
