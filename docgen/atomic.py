"""Write files atomically: readers see either the old or the new content.

All functions raise `OSError` if the operating system refuses; `system_message` describes it.
"""

import os
import stat
from collections.abc import Iterable


def write_atomically(
    location: str, chunks: Iterable[bytes | bytearray], staged: str = ""
) -> None:
    """Write a file; one that exists keeps its permissions.

    The new content is written to `staged` first, which must not exist and be on the same file
    system; by default it is next to the file.
    """
    staged = staged or f"{location}.docgen-{os.getpid()}"
    create(staged, chunks)
    try:
        replace_file(location, staged)
    except OSError:
        os.unlink(staged)
        raise


def create(location: str, chunks: Iterable[bytes | bytearray]) -> None:
    """Write a file that does not exist yet; if that fails, remove what was written."""
    file = open(location, "xb")  # noqa: SIM115 - an existing file must not be removed
    try:
        with file:
            file.writelines(chunks)
    except OSError:
        os.unlink(location)
        raise


def replace_file(location: str, staged: str) -> None:
    """Move a file to the location of another, with the permissions of that one."""
    if os.path.lexists(location):
        os.chmod(staged, stat.S_IMODE(os.lstat(location).st_mode))
    os.replace(staged, location)


def write_named(path: str, text: str) -> None:
    """Write a file that the user named: `-o FILE`. Links are followed; a device is written to."""
    content = text.encode(errors="backslashreplace")
    if os.path.lexists(path) and not os.path.isfile(path):  # a device, a pipe
        with open(path, "wb") as file:
            file.write(content)
        return
    write_atomically(os.path.realpath(path), [content])


def system_message(error: OSError) -> str:
    """Return the message of the operating system, as the end of a sentence."""
    words = error.strerror or type(error).__name__
    return words[:1].lower() + words[1:]
