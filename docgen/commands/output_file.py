"""Files that a user names for the output of a command: `-o FILE`, `--depfile FILE`.

Such a file is replaced only if docgen wrote it. Its content shows that: every run writes the same
content, so nothing else records it.
"""

import os
from collections.abc import Callable

from docgen.atomic import system_message, write_named
from docgen.commands.errors import UsageError


def require_replaceable(
    path: str, option: str, is_own: Callable[[bytes], bool]
) -> None:
    """Raise `UsageError` if a file exists that docgen did not write; an empty one may be replaced.

    `is_own` returns whether docgen wrote some content. A pipe or a device is not replaced.
    """
    location = os.path.realpath(path)  # where it will be written: `missing/../a` is `a`
    if not os.path.isfile(location):
        return
    try:
        with open(location, "rb") as file:
            content = file.read()
    except OSError as error:
        raise UsageError(f"`{path}` can't be read: {system_message(error)}") from error
    if content and not is_own(content):
        raise UsageError(
            f"{option} names `{path}`, which docgen did not write; choose another name, or "
            "remove the file if it is not needed"
        )


def write_output(path: str, content: str) -> None:
    """Write a file; raise `UsageError` if that is not possible."""
    try:
        write_named(path, content)
    except OSError as error:
        message = f"`{path}` could not be written: {system_message(error)}"
        raise UsageError(message) from error
