"""The nearest known name: a misspelt name in, the name that was probably meant out.

Two names are near where one letter more, less or other, or two letters in the wrong order, make
the difference. Only names with the same first letter and about the same length are compared, and
only so many of them, so a lookup costs little however many names are known.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

MIN_SIMILAR_LENGTH = 4
"""Shorter names are near to too many others."""
MOST_COMPARED = 100
"""How many names of one first letter and length are compared."""

Shelves: TypeAlias = Mapping[tuple[str, int], list[str]]


def shelves(names: Iterable[str]) -> Shelves:
    """Return the names by their first letter and their length."""
    sorted_out: dict[tuple[str, int], list[str]] = {}
    for name in names:
        sorted_out.setdefault((name[:1].lower(), len(name)), []).append(name)
    return sorted_out


def nearest(name: str, known: Shelves) -> str | None:
    """Return the known name that is nearest to `name`, if one is near."""
    if len(name) < MIN_SIMILAR_LENGTH:
        return None
    one, half = name.lower(), (len(name) - 2) // 2
    for length in (len(name), len(name) - 1, len(name) + 1):
        for known_name in known.get((one[:1], length), ())[:MOST_COMPARED]:
            other = known_name.lower()
            if _is_half_alike(one, other, half) and _is_near(one, other):
                return known_name
    return None


def _is_half_alike(one: str, other: str, half: int) -> bool:
    """Return at small cost whether names may be near: the difference lies in one half at most."""
    return one[:half] == other[:half] or one[-half:] == other[-half:]


def _is_near(one: str, other: str) -> bool:
    start = _shared_letters(one, other)
    end = _shared_letters(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _shared_letters(one: str, other: str) -> int:
    """Count the letters with which both names begin."""
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )
