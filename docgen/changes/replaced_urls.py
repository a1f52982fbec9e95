"""URLs that took the place of similar ones, between two versions of an API page.

    words of both URLs                     example
    equal, with other placeholders         /root/items, /root:/{path}:/items
    equal, in singular or plural           /me/group/calendars, /me/groups/{id}/calendars
    equal but for one of similar letters   /openShiftsRequests, /openShiftRequests
    one has one more, not at its end       /drive/{id}/versions, /drive/items/{id}/versions

Those that match best are paired first; each URL has one counterpart.
"""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import product

from docgen.schema.url_templates import singular_word

_SIMILAR = 0.8
"""Least ratio of equal letters in a word that is spelled differently."""


def replaced_urls(removed: Iterable[str], added: Iterable[str]) -> Mapping[str, str]:
    """Return the keys of added requests by the keys of removed ones that they replace."""
    pairs = product(removed, added)
    ranked = sorted(
        (rank, old, new)
        for old, new in pairs
        if (rank := _difference(old, new)) is not None
    )
    found: dict[str, str] = {}
    for _, old, new in ranked:
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _difference(old: str, new: str) -> int | None:
    """Return how much the words of two URLs differ, the row of the table; `None` for too much."""
    method, *before = _words(old)
    other_method, *after = _words(new)
    if method != other_method or not before or not after:
        return None
    if before == after:
        return 0
    if len(before) == len(after):
        different = [
            pair for pair in zip(before, after, strict=True) if len({*pair}) > 1
        ]
        if all(singular_word(one) == singular_word(other) for one, other in different):
            return 1
        is_similar = len(different) == 1 and _is_similar(*different[0])
        return 2 if is_similar else None
    short, long = sorted((before, after), key=len)
    return 3 if len(short) > 1 and _has_one_more(long, short) else None


def _words(key: str) -> list[str]:
    """Return the method and the words of a request, without placeholders."""
    method, _, path = key.partition(" ")
    return [method, *(one for one in path.split("/") if one not in ("", "{}"))]


def _is_similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SIMILAR


def _has_one_more(long: list[str], short: list[str]) -> bool:
    """Return whether a list has one more word, not at its end."""
    return any(
        long[:index] + long[index + 1 :] == short for index in range(len(long) - 1)
    )
