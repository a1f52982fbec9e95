"""Where the cache lies: `$DOCGEN_CACHE_DIR`, else `docgen` in the user's cache folder.

The folder is the user's own. One that belongs to somebody else, or that others may write, is not
used: what is in it could have been put there by anybody.
"""

import os
import sys
from collections.abc import Mapping

_OTHERS = 0o022
"""Mode bits by which others may write."""


def cache_folder(environ: Mapping[str, str]) -> str | None:
    """Give the folder of the cache, be it there or not; `None` where nothing tells one."""
    named = environ.get("DOCGEN_CACHE_DIR")
    if named:
        return os.path.abspath(named)
    above = _user_folder(environ)
    return os.path.join(above, "docgen") if above else None


def _user_folder(environ: Mapping[str, str]) -> str | None:
    if sys.platform == "win32":
        return environ.get("LOCALAPPDATA")
    given = environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):
        return given
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    return os.path.join(home, *_USUAL.get(sys.platform, (".cache",)))


_USUAL: Mapping[str, tuple[str, ...]] = {"darwin": ("Library", "Caches")}
"""Systems whose cache folder is not `~/.cache`."""


def private_folder(folder: str) -> bool:
    """Make a folder that only its user may use; tell whether it is one."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        status = os.stat(folder)
    except (OSError, ValueError):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS
