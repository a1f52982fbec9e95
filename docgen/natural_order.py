"""The natural order of names: `item2` before `item10`."""

from typing import TypeAlias

from docgen.regex import Regex

_NUMBER = Regex(r"(\d+)")
NaturalKey: TypeAlias = tuple[tuple[str, int], ...]


def natural_key(name: str) -> NaturalKey:
    """Return a key that sorts names without regard to case, with their numbers by value."""
    parts = _NUMBER.split(name.casefold())
    numbers = (int(part) for part in parts[1::2])
    return tuple(zip(parts[::2], (*numbers, -1), strict=True))
