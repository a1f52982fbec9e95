"""Glob patterns for the paths of pages: `**/drafts/**`, `docs/old-*.md`.

    pattern = part { "/" part }
    part    = "**"                   any number of folders, including none
            | { "*" | "?" | char }   "*" any characters of one name, "?" one of them

A pattern that matches a folder matches everything in it. Matching is case-sensitive, so that a
pattern means the same on every system.
"""

import re
from collections.abc import Iterable

MATCHES_NOTHING = re.compile(r"(?!)")

_WILDCARDS = {"*": "[^/]*", "?": "[^/]"}


def compile_globs(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return the expression that fully matches each path that one of `patterns` matches."""
    expression = "|".join(map(_expression, patterns))
    return re.compile(expression, re.DOTALL) if expression else MATCHES_NOTHING


def _expression(pattern: str) -> str:
    parts = pattern.removeprefix("./").strip("/").split("/")
    while len(parts) > 1 and parts[-1] == "**":
        parts.pop()
    head = "".join(_folder(part) for part in parts[:-1])
    return f"(?:{head}{_name(parts[-1])}(?:/.*)?)"


def _folder(part: str) -> str:
    return "(?:[^/]+/)*" if part == "**" else _name(part) + "/"


def _name(part: str) -> str:
    if part == "**":
        return ".*"
    return "".join(_WILDCARDS.get(char, re.escape(char)) for char in part)
