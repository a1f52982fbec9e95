"""What a docstring does without: a text in, the text without it out.

Sentences go that say what the code says itself (the base type, the values of an enum, how JSON
spells a moment), that point at something no docstring has (a table, a list), or that speak of the
page. A sentence that is not known here stays as it is.
"""

import re
from collections.abc import Set as AbstractSet

from docgen.python.docstrings import SENTENCE_END

LEFT_OUT = (
    r"(?:this (?:\w+ )?(?:is )?|it |\w+ )?inherit(?:s|ed)"
    r"(?: property| from [\w.\s]{1,80}?)",
    r"(?:this (?:\w+ )?is )?(?:derived from|a subclass of) [\w.\s]{1,80}?",
    r"(?:learn|read|see) more",
    r"for example, midnight utc on jan 1, 2014 [^.\n]{0,40}2014-01-01t00:00:00z\W?",
    r"see (?:[^.\n]{0,60}\b)?(?:below|above|following)\b[^.\n]{0,60}",
    r"see the enum definition for supported values",
    r"(?:the )?\w+ values are (?:\w+ )?in the (?:following table|table below)",
    r"this flagged enumeration allows multiple members to be selected simultaneously",
    r"this (?:topic|article|section) (?:describes|lists|provides)\b[^.\n]{0,300}",
)
"""Sentences, without their stops, that a docstring does without."""

_LEFT_OUT = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:{'|'.join(LEFT_OUT)})(?:\.(?=\s|$)|$)\s*+", re.IGNORECASE
)
_MOMENT = re.compile(
    r"The \w+ type represents date and time information using ISO 8601 format and is"
    r" always in UTC(?: time)?\b"
)
_POINTER = re.compile(r",? as (?:described|listed|shown) in the following table\b")
_VALUES = re.compile(
    r"(?:^|(?<=[.!?:] ))(?:the )?(?:current )?"
    r"(?:(?:allowed|possible|property|supported|valid) )?values?"
    r"(?: is| are| include)?:? "
    r"([\w-]++(?>(?:(?:,? (?:and|or) |, ?)[\w-]++)*))(?:\.(?=\s|$)|$)\s*+",
    re.IGNORECASE,
)
_JOINT = re.compile(r",? (?:and|or) |, ?")


def without_idle_words(line: str) -> str:
    """Take away the sentences that say nothing beside the code, and clauses that only point."""
    return _POINTER.sub("", _LEFT_OUT.sub("", _MOMENT.sub("Always in UTC", line)))


def without_lead_in(text: str) -> str:
    """Take away the sentence at the end that leads up to what is left out behind it."""
    line = text.strip()
    if not line.endswith(":"):
        return line
    ends = [found.end() for found in SENTENCE_END.finditer(line)]
    return line[: ends[-1]] if ends else ""


def without_values(text: str, values: AbstractSet[str]) -> str:
    """Take the sentence away that lists values, if the type has all of them."""
    if not values:
        return text
    known = {value.casefold() for value in values}

    def kept(found: re.Match[str]) -> str:
        listed = {value.casefold() for value in _JOINT.split(found[1])}
        return "" if listed <= known else found[0]

    return _VALUES.sub(kept, text)
