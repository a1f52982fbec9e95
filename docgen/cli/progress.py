"""Progress: a counter on one line, on a terminal only and only when a run takes its time."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from docgen.cli.streams import put

T = TypeVar("T")

_BEGIN = time.monotonic()
_PATIENCE = 1.0
_INTERVAL = 0.1
_CLEAR = "\r\033[K"


def told_on_terminal(things: Sequence[T], doing: str) -> Iterator[T]:
    """Give the things, and tell how many were given: `reading 300 of 1,239`."""
    if not sys.stderr.isatty():
        yield from things
        return
    last = _BEGIN + _PATIENCE
    is_told = False
    try:
        for number, thing in enumerate(things):
            now = time.monotonic()
            if now - last > _INTERVAL:
                put(sys.stderr, f"{_CLEAR}{doing} {number:,} of {len(things):,}")
                last, is_told = now, True
            yield thing
    finally:
        if is_told:
            put(sys.stderr, _CLEAR)
