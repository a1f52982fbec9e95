r"""Depfiles: the dependencies of a run, in the syntax that both make and ninja read.

    depfile = target ":" paths LF paths ":" LF
    paths   = { " \" LF " " path }

The second rule has no prerequisites: as with `gcc -MP`, a missing file is then not an error, but a
reason to run.
"""

from collections.abc import Iterable
from pathlib import Path

from docgen.regex import Regex

_UNWRITABLE = Regex(r"[\x00-\x1f\x7f\ud800-\udfff]")
_ESCAPES = str.maketrans(
    {" ": "\\ ", "#": "\\#", "$": "$$", ":": "\\:"} | dict.fromkeys(";=\\", "?")
)
"""A character that can't be escaped in a rule is written as `?`, which matches any character in
make, so that make finds the file; ninja does not, and runs every time."""
_PATTERN = "%"
"""It can't be escaped in the target of a rule: make fails if such a file is missing."""


def depfile(target: str, paths: Iterable[str]) -> str:
    """Return a depfile: the target is out of date when one of the paths changes."""
    inputs = [path for path in paths if not _UNWRITABLE.search(path)]
    phony = [path for path in inputs if _PATTERN not in path]
    return f"{_rule([target], inputs)}\n{_rule(phony, [])}"


def is_depfile(content: bytes, target: str) -> bool:
    """Return whether a file begins with a rule for the target, in whatever folder that is."""
    name = Path(target).name.translate(_ESCAPES).encode(errors="surrogateescape")
    return content.partition(b":")[0].endswith(name)


def _rule(targets: Iterable[str], paths: Iterable[str]) -> str:
    return f"{_listed(targets)}: {_listed(paths)}\n"


def _listed(paths: Iterable[str]) -> str:
    return " \\\n ".join(path.translate(_ESCAPES) for path in paths)
