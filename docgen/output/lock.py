"""The lock of an output folder: a second run waits until the first one is done.

The operating system locks the folder itself, so there is no lock file, and the lock ends with the
process.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(output: str) -> Iterator[None]:
    """Lock the output folder, which is created if it does not exist.

    If it can't be created nothing is locked; `apply` reports that. On Windows folders can't be
    locked, so runs may overlap.
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
