r"""Depfiles: what a build system has to look at, in the form that make and ninja both read.

    depfile = target ":" paths LF paths ":" LF
    paths   = { " \" LF " " path }

The second rule has no prerequisites: as with `gcc -MP`, a file that is gone is then no error, but
a reason to run.
"""

import re
from collections.abc import Iterable

_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_ESCAPES = str.maketrans(
    {" ": "\\ ", "#": "\\#", "$": "$$", ":": "\\:"} | dict.fromkeys(";=\\", "?")
)
"""What a rule can't hold in any spelling is `?`, which make takes for any character, and so finds
the file; ninja does not, and runs every time."""
_PATTERN = "%"
"""It has no spelling in the target of a rule: make stops where such a file is gone."""


def depfile(target: str, paths: Iterable[str]) -> str:
    """Give the text of a depfile: the target is to be made again when one of the paths changes."""
    needed = [path for path in paths if not _UNWRITABLE.search(path)]
    passing = [path for path in needed if _PATTERN not in path]
    return f"{_rule([target], needed)}\n{_rule(passing, [])}"


def _rule(targets: Iterable[str], paths: Iterable[str]) -> str:
    return f"{_listed(targets)}: {_listed(paths)}\n"


def _listed(paths: Iterable[str]) -> str:
    return " \\\n ".join(path.translate(_ESCAPES) for path in paths)
