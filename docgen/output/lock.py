"""One run at a time in an output folder: another one waits until this one is done.

The lock is the system's own, on the folder itself: it leaves no file behind, and goes with the
process that holds it, however that ends.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(output: str) -> Iterator[None]:
    """Hold the output folder, which is made where it is missing.

    Where it can't be made there is nothing to hold; `apply` will tell. Windows locks no folders,
    so two runs at once are not kept apart there.
    """
    folder = _opened(output)
    try:
        if folder is not None and sys.platform != "win32":
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        if folder is not None:
            os.close(folder)


def _opened(output: str) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        os.makedirs(output, exist_ok=True)
        return os.open(output, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None
