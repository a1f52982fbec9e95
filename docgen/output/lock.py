"""One run at a time in an output folder: another one waits until it is done.

The lock is that of the operating system, on the folder itself: it leaves no file, and ends with the
process that has it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(output: str) -> Iterator[None]:
    """Lock the output folder, which is made if it is missing.

    If it can't be made nothing is locked; `apply` reports that. Windows locks no folders, so two
    runs are not kept apart there.
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
