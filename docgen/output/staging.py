"""The staging folder, in which files are written before they are moved into place.

It is in the output folder while a run writes. If a run is interrupted, the next one removes it. All
functions raise `OSError` if the operating system refuses.
"""

import errno
import os
import stat

from docgen.atomic import create, replace_file, write_atomically
from docgen.output.paths import MANIFEST, STAGED_FILE, STAGED_MANIFEST, STAGING


def open_staging(output: str) -> None:
    """Create the output folder and an empty staging folder in it."""
    os.makedirs(output, exist_ok=True)
    refuse_read_only(output)
    clear_staging(output)
    os.mkdir(os.path.join(output, STAGING))


def clear_staging(output: str) -> None:
    """Remove the staging folder and the files that docgen writes into it."""
    folder = os.path.join(output, STAGING)
    if not os.path.lexists(folder):
        return
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        raise OSError(0, f"`{STAGING}` is not a folder")
    for path in (STAGED_FILE, STAGED_MANIFEST):
        location = os.path.join(output, path)
        if os.path.lexists(location):
            os.unlink(location)
    os.rmdir(folder)


def stage_manifest(output: str, content: bytes) -> None:
    """Write the manifest that becomes valid once everything else is written."""
    create(os.path.join(output, STAGED_MANIFEST), [content])


def move_manifest(output: str) -> None:
    """Move the staged manifest into place."""
    refuse_read_only(output)
    location = os.path.join(output, MANIFEST)
    _refuse_read_only_file(location)
    replace_file(location, os.path.join(output, STAGED_MANIFEST))


def move_into_place(output: str, path: str, content: str) -> None:
    """Write a file atomically; missing folders are created."""
    location = os.path.join(output, path)
    folder = os.path.dirname(location)
    os.makedirs(folder, exist_ok=True)
    refuse_read_only(folder)
    _refuse_read_only_file(location)
    staged = os.path.join(output, STAGED_FILE)
    write_atomically(location, [content.encode()], staged)


def _refuse_read_only_file(location: str) -> None:
    if os.path.lexists(location):
        refuse_read_only(location)


def refuse_read_only(location: str) -> None:
    """Raise `PermissionError` if no user may write, although root could."""
    if not os.stat(location).st_mode & 0o222:
        raise PermissionError(errno.EACCES, "it is read-only")
