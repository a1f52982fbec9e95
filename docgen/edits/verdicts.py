"""Verdicts: what becomes of each part, from what docgen wrote last, what is there, and today's.

A part is known by its key. It is *untouched* where its fingerprint is one that docgen wrote; then
today's text counts. Where people touched it theirs counts.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from msgspec import Struct

from docgen.edits.base import Base
from docgen.pycode import AT_RUN_TIME, Part, units


class Verdict(Enum):
    """What becomes of a part."""

    KEPT = auto()
    """It stays to the byte: nobody changed it, or docgen did not."""
    ADDED = auto()
    """People wrote it, and docgen knows of nothing of that name."""
    RENEWED = auto()
    """It takes today's text."""
    NEW = auto()
    """Today's text comes in."""
    GONE = auto()
    """It goes with its page."""
    REMOVED = auto()
    """People removed it, and it stays removed."""
    AWAY = auto()
    """It is neither there nor in today's text."""
    CONFLICT = auto()
    """People and docgen changed it: theirs stays."""
    ORPHAN = auto()
    """People changed it, and no page gives it: theirs stays."""
    HELD = auto()
    """It would go or change, but people's code around it needs it: it stays."""


PEOPLES = frozenset({Verdict.ADDED, Verdict.CONFLICT, Verdict.ORPHAN})
"""The verdicts on what people have of their own."""


class Three(Struct, frozen=True, kw_only=True):
    """The three fingerprints of a part: what docgen wrote, what is there, what is today's."""

    is_import: bool
    base: frozenset[str]
    theirs: str | None
    todays: str | None
    is_removed: bool = False


def threes(
    base: Base, theirs: Iterable[Part], todays: Iterable[Part]
) -> Mapping[str, Three]:
    """Put together by key what there is of each part."""
    there = {part.key: part.fingerprint for part in units(theirs)}
    today = {part.key: part.fingerprint for part in units(todays)}
    known = base.known or _met(there, today)
    return {
        key: Three(
            is_import=key.startswith("import "),
            base=known.get(key, frozenset()),
            theirs=there.get(key),
            todays=today.get(key),
            is_removed=key in base.removed,
        )
        for key in dict.fromkeys([*today, *there, *base.known, *sorted(base.removed)])
    }


def _met(
    there: Mapping[str, str], today: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """Take what differs for edits of today's text, where nothing is known of a file."""
    return {key: frozenset({today[key]}) for key in today if key in there}


def verdict(three: Three) -> Verdict:
    """Judge one part."""
    if three.theirs is None:
        return _without(three)
    if three.todays == three.theirs:
        return Verdict.KEPT
    if three.theirs in three.base:
        return Verdict.GONE if three.todays is None else Verdict.RENEWED
    return _touched(three)


def _without(three: Three) -> Verdict:
    """Judge a part that is not in the file."""
    if three.todays is None:
        return Verdict.AWAY
    if three.base or three.is_removed:
        return Verdict.REMOVED
    return Verdict.NEW


def _touched(three: Three) -> Verdict:
    """Judge a part that people wrote, wholly or in part."""
    if three.todays is None:
        return Verdict.ORPHAN if three.base else Verdict.ADDED
    if three.todays in three.base or three.is_removed:
        return Verdict.KEPT
    if three.is_import and three.theirs and three.theirs[:-1] == three.todays[:-1]:
        return _elsewhere(three.theirs)
    return Verdict.CONFLICT


def _elsewhere(theirs: str) -> Verdict:
    """Judge an import that docgen has too, below `if TYPE_CHECKING` or out of it."""
    return Verdict.KEPT if theirs.endswith(AT_RUN_TIME) else Verdict.RENEWED
