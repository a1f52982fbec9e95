"""The paths in the output folder that docgen may write."""

from docgen.regex import Regex

MANIFEST = ".docgen-manifest"
"""The manifest."""

STAGING = ".docgen-staging"
"""The folder in which content is written before it is moved into place; it exists during a run."""

STAGED_MANIFEST = f"{STAGING}/manifest"
"""The manifest of the current run; the next run reads it if this one is interrupted."""

STAGED_FILE = f"{STAGING}/text"
"""The file that is moved into place next."""

NEW_SUFFIX = ".docgen-new"
"""The suffix of a file that has the newly generated content of one with a conflict."""

STUB_SUFFIX = ".pyi"
"""The suffix of stubs; without its last letter, it is that of their modules."""

TESTS = "tests/"
"""The folder of generated tests."""

_LONGEST = 250
_SEGMENT = r"(?!\.)[^\\/:\x00-\x1f\x7f\ud800-\udfff]{1,255}"
_PATH = Regex(rf"{_SEGMENT}(?:/{_SEGMENT})*")


def is_safe(path: str) -> bool:
    """Return whether a path stays in its folder on every system, and names no dot file."""
    return len(path) <= _LONGEST and _PATH.fullmatch(path) is not None
