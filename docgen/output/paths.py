"""Which paths below the output folder docgen may touch."""

import re

MANIFEST = ".docgen-manifest"
"""Where the manifest lies in the output folder."""

STAGING = ".docgen-staging"
"""The folder in which texts wait to be moved into place; it is there during a run alone."""

STAGED_MANIFEST = f"{STAGING}/manifest"
"""The manifest of the run that is under way: it makes a run that was cut short known."""

STAGED_TEXT = f"{STAGING}/text"
"""The text that is next to be moved into place."""

NEW = ".docgen-new"
"""How the name of a file ends that holds what docgen would write beside one with a conflict."""

_LONGEST = 250
_PART = re.compile(r"(?!\.)[^\\/:\x00-\x1f\x7f\ud800-\udfff]{1,255}")


def is_safe(path: str) -> bool:
    """Tell whether a path stays below its folder on every system, and names no dot file."""
    parts = path.split("/")
    return len(path) <= _LONGEST and all(map(_PART.fullmatch, parts))
