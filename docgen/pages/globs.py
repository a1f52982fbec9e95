"""Patterns that leave pages out: `**/drafts/**`, `docs/old-*.md`.

    pattern = part { "/" part }
    part    = "**"                   any number of folders, also none
            | { "*" | "?" | char }   "*" any characters of one name, "?" one of them

A pattern that fits a folder fits everything in it. Letters fit in their own case alone, so that a
pattern means the same on every system.
"""

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")
"""What fully matches no path."""

_WILD = {"*": "[^/]*", "?": "[^/]"}


def leaves_out(patterns: Iterable[str]) -> re.Pattern[str]:
    """Give the expression that fully matches each path that one of `patterns` leaves out."""
    wanted = "|".join(map(_expression, patterns))
    return re.compile(wanted, re.DOTALL) if wanted else NOTHING


def _expression(pattern: str) -> str:
    parts = pattern.removeprefix("./").strip("/").split("/")
    while len(parts) > 1 and parts[-1] == "**":
        parts.pop()
    head = "".join(_part(part) for part in parts[:-1])
    return f"(?:{head}{_name(parts[-1])}(?:/.*)?)"


def _part(part: str) -> str:
    return "(?:[^/]+/)*" if part == "**" else _name(part) + "/"


def _name(part: str) -> str:
    if part == "**":
        return ".*"
    return "".join(_WILD.get(char, re.escape(char)) for char in part)
