"""How many workers pay beside this process, and whether there may be any."""

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
    """Give how many other processes work on some things; with 0 this one does.

    Where several were asked for even a single thing is another's, whom it may cost its life.
    """
    if not things or not may_fork():
        return 0
    number = min(cores(), things // _PAYS, _MOST) if asked is None else asked
    return number if number > 1 else 0


def may_fork() -> bool:
    """Tell whether this process may have others that have all that it has."""
    is_alone = threading.active_count() == 1
    return hasattr(os, "fork") and sys.platform not in _UNSAFE and is_alone


def cores() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
