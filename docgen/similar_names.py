"""Similar names: find the known name that a misspelled one was probably meant to be.

Two names are similar if they differ by one inserted, missing or replaced letter, or by two swapped
letters. Only a limited number of names with the same first letter and about the same length are
compared, so the cost of a lookup does not grow with the number of known names.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

MIN_SIMILAR_LENGTH = 4
"""Shorter names are similar to too many others."""
MAX_COMPARED = 100
"""How many names of one first letter and length are compared."""

NamesByLength: TypeAlias = Mapping[tuple[str, int], list[str]]
"""Names by their first letter in lower case and their length."""


def names_by_length(names: Iterable[str]) -> NamesByLength:
    """Return the names prepared for `similar_name`."""
    found: dict[tuple[str, int], list[str]] = {}
    for name in names:
        found.setdefault((name[:1].lower(), len(name)), []).append(name)
    return found


def similar_name(name: str, known: NamesByLength) -> str | None:
    """Return a known name that is similar to `name`, one of the same length if possible."""
    if len(name) < MIN_SIMILAR_LENGTH:
        return None
    one, half = name.lower(), (len(name) - 2) // 2
    for length in (len(name), len(name) - 1, len(name) + 1):
        for known_name in known.get((one[:1], length), ())[:MAX_COMPARED]:
            other = known_name.lower()
            # A cheap test first: similar names have an equal first or second half.
            has_equal_half = one[:half] == other[:half] or one[-half:] == other[-half:]
            if has_equal_half and _is_similar(one, other):
                return known_name
    return None


def _is_similar(one: str, other: str) -> bool:
    start = _shared_prefix_length(one, other)
    end = _shared_prefix_length(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _shared_prefix_length(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )
