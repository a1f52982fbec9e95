"""How many workers pay beside this process, and whether there may be any."""

import os
import sys
import threading

_PAYS = 200
"""Things a worker: below that one process is done before the second has begun."""
_MEANWHILE = 500
"""Other things that this process has to do: meanwhile even one thing is better done elsewhere."""
_MOST = 8
"""More add memory and hardly any speed, for not all of a run can be shared out."""
_UNSAFE = {"darwin"}
"""Systems whose own libraries start threads, which no fork survives."""


def number_of_workers(things: int, asked: int | None, *, beside: int = 0) -> int:
    """Give how many other processes work on some things; with 0 this one does.

    `beside` is how many other things this process has to look after. Where several processes were
    asked for even a single thing is another's, whom it may cost its life.
    """
    is_alone = threading.active_count() == 1
    if not hasattr(os, "fork") or sys.platform in _UNSAFE or not is_alone or not things:
        return 0
    if asked is not None:
        return asked if asked > 1 else 0
    most = min(_cores(), _MOST)
    shared = min(most, things // _PAYS)
    return shared if shared > 1 else int(most > 1 and beside >= _MEANWHILE)


def _cores() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
