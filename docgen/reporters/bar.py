"""A bar on standard error that shows how far a run is: rich's, or a counter without rich."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CLEAR = "\r\033[K"


@contextmanager
def bar(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar, gone at the end; what it gives moves it to a number of `total` things."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress
    except ImportError:
        with _counter(doing, total) as count:
            yield count
        return
    columns = (f"{doing} ", BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, auto_refresh=False, transient=True
    ) as progress:
        task = progress.add_task(doing, total=total)

        def show(done: int) -> None:
            progress.update(task, completed=done, refresh=True)

        yield show


@contextmanager
def _counter(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    def show(done: int) -> None:
        sys.stderr.write(f"{_CLEAR}{doing} {done:,} of {total:,}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
