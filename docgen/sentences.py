"""Sentences that are broken in two: whether words are the beginning or the end of one."""

import re

from docgen.regex import Regex

_END = Regex(r"[,;.]$|\w,\w")
_OPEN_END = Regex(
    r"[,(\u2013/]$|\s(?:and|or|the|an?|of|to|in|for|with|by)$", re.IGNORECASE
)


def is_open(text: str) -> bool:
    """Return whether a sentence is not complete."""
    is_open_end = _OPEN_END.search(text) is not None
    return is_open_end or text.count("(") > text.count(")")


def is_end(text: str) -> bool:
    """Return whether the words of a cell are the end of a sentence, and not a name."""
    return _END.search(text.strip()) is not None or is_closing(text)


def is_closing(text: str) -> bool:
    """Return whether words close more parentheses than they open."""
    return text.count(")") > text.count("(")
