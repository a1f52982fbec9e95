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
_hidden: list[bool] = []


def hide_progress() -> None:
    """Show no bar in this process."""
    _hidden.append(True)


def with_progress(things: Sequence[T], doing: str) -> Iterator[T]:
    """Yield the things, and show on a terminal how many of them are done."""
    if _hidden or not sys.stderr.isatty():
        yield from things
        return
    shown_at = _START + _DELAY - _INTERVAL
    with ExitStack() as stack:
        bar: ProgressBar[int] | None = None
        done = 0
        for number, thing in enumerate(things):
            if time.monotonic() - shown_at > _INTERVAL:
                bar = bar or stack.enter_context(_bar(doing, len(things)))
                bar.update(number - done)
                shown_at, done = time.monotonic(), number
            yield thing
        if bar:
            bar.update(len(things) - done)


def _bar(stage: str, length: int) -> "ProgressBar[int]":
    import click

    bar: ProgressBar[int] = click.progressbar(
        length=length, label=stage, file=sys.stderr, show_pos=True, show_eta=False
    )
    return bar


told_on_terminal = with_progress
