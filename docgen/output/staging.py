"""The folder in the output folder where texts wait to be moved into place.

It exists while a run writes. What a run that was cut short left in it, the next one clears away.
Everything here raises `OSError` where the system refuses.
"""

import errno
import os
import stat

from docgen.output.paths import MANIFEST, STAGED_MANIFEST, STAGED_TEXT, STAGING

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def open_staging(output: str) -> None:
    """Make the output folder and, empty, the folder in it."""
    os.makedirs(output, exist_ok=True)
    refuse_read_only(output)
    clear_staging(output)
    os.mkdir(os.path.join(output, STAGING))


def clear_staging(output: str) -> None:
    """Remove the folder and what docgen itself puts into it."""
    folder = os.path.join(output, STAGING)
    if not os.path.lexists(folder):
        return
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        raise OSError(0, f"`{STAGING}` is no folder")
    for path in (STAGED_TEXT, STAGED_MANIFEST):
        location = os.path.join(output, path)
        if os.path.lexists(location):
            os.unlink(location)
    os.rmdir(folder)


def stage_manifest(output: str, content: bytes) -> None:
    """Write the manifest that will hold once everything is done."""
    _create(os.path.join(output, STAGED_MANIFEST), content)


def move_manifest(output: str) -> None:
    """Let the staged manifest hold."""
    refuse_read_only(output)
    staged = os.path.join(output, STAGED_MANIFEST)
    _replace(os.path.join(output, MANIFEST), staged)


def move_into_place(output: str, path: str, text: str) -> None:
    """Give a file a new text in one step; its folder is made where it is missing."""
    location = os.path.join(output, path)
    folder = os.path.dirname(location)
    os.makedirs(folder, exist_ok=True)
    refuse_read_only(folder)
    staged = os.path.join(output, STAGED_TEXT)
    _create(staged, text.encode())
    try:
        _replace(location, staged)
    except OSError:
        os.unlink(staged)
        raise


def _replace(location: str, staged: str) -> None:
    """Put a staged file in the place of another, with the rights of that."""
    if os.path.lexists(location):
        refuse_read_only(location)
        os.chmod(staged, stat.S_IMODE(os.lstat(location).st_mode))
    os.replace(staged, location)


def refuse_read_only(location: str) -> None:
    """Raise where nobody may write: root could, and is asked not to all the same."""
    if not os.stat(location).st_mode & 0o222:
        raise PermissionError(errno.EACCES, "it is read-only")


def _create(location: str, content: bytes) -> None:
    try:
        with open(os.open(location, _CREATE, 0o666), "wb") as file:
            file.write(content)
    except OSError:
        if os.path.lexists(location):
            os.unlink(location)
        raise
