"""Identity: which part of a file is which of those that docgen knows.

A key may come more than once: overloads, a property and its setter, the same comment twice. Parts
of one key are told apart by their fingerprints, and where these don't help by their order.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from msgspec.structs import replace

from docgen.definitions import Part, units

_COUNTED = re.compile(r"(.+?)(?:~\d+)?")


def identified(
    parts: tuple[Part, ...], known: Mapping[str, Collection[str]]
) -> tuple[Part, ...]:
    """Give the parts with keys that are theirs alone: those of `known`, as far as they are there.

    `known` has fingerprints by key; of keys that are alike, the first come first.
    """
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        by_stem[stem(name)].append(name)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for part in units(parts):
        found[part.key].append(part.fingerprint)
    names = {
        key: iter(_names(key, prints, by_stem[key], known))
        for key, prints in found.items()
    }
    return tuple(_named(parts, names, Counter()))


def stem(name: str) -> str:
    """Give a name without its count."""
    match = _COUNTED.fullmatch(name)
    return match[1] if match else name


def _names(
    key: str, prints: list[str], mine: list[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Give a name for each of the parts that share a key."""
    if len(prints) == 1 and len(mine) < 2:
        return mine or [key]
    same = _same(prints, mine, known)
    taken = {*same}
    free = iter([name for name in mine if name not in taken])
    fresh = _fresh(key, {*mine})
    return [name or next(free, "") or next(fresh) for name in same]


def _same(
    prints: list[str], names: list[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Give for each fingerprint the name that is known by it, each name once."""
    by_print: defaultdict[str, deque[str]] = defaultdict(deque)
    for name in names:
        for known_by in known[name]:
            by_print[known_by].append(name)
    taken: set[str] = set()
    found = []
    for known_by in prints:
        waiting = by_print[known_by]
        while waiting and waiting[0] in taken:
            waiting.popleft()
        name = waiting.popleft() if waiting else ""
        taken.add(name)
        found.append(name)
    return found


def _fresh(key: str, taken: Collection[str]) -> Iterator[str]:
    for number in count(1):
        name = _counted(key, number)
        if name not in taken:
            yield name


def _counted(key: str, number: int) -> str:
    return f"{key}~{number}" if number > 1 else key


def _named(
    parts: Iterable[Part], names: Mapping[str, Iterator[str]], others: Counter[str]
) -> Iterator[Part]:
    """Give the parts with their names, in the order of `units`; what is no unit is counted."""
    for part in parts:
        decorators = tuple(_named(part.decorators, names, others))
        if part.fingerprint:
            key = next(names[part.key])
        else:
            others[part.key] += 1
            key = _counted(part.key, others[part.key])
        inner = tuple(_named(part.parts, names, others))
        yield replace(part, key=key, decorators=decorators, parts=inner)
