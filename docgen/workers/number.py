"""How many workers pay, and whether there may be any."""

import os
import sys
import threading

_PAYS = 200
"""Things a worker: below that one process is done before the second has begun."""
_MOST = 8
"""More add memory and hardly any speed, for not all of a run can be shared out."""
_UNSAFE = {"darwin"}
"""Systems whose own libraries start threads, which no fork survives."""


def number_of_workers(things: int, asked: int | None) -> int:
    """Give how many processes work on some things; 1 is this one alone.

    Where several were asked for even a single thing is another's, whom it may cost its life.
    """
    is_alone = threading.active_count() == 1
    if not hasattr(os, "fork") or sys.platform in _UNSAFE or not is_alone:
        return 1
    if asked is not None:
        return asked if things else 1
    return max(1, min(_cores(), things // _PAYS, _MOST))


def _cores() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
