"""Identity: which part of a file is which of those that docgen knows.

A key may come more than once: overloads, a property and its setter, the same comment twice. Parts
of one key are told apart by their fingerprints, and where these don't help by their order.
"""

import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode.parts import Part

_COUNTED = re.compile(r"(.+?)(?:~\d+)?")


def identified(
    parts: tuple[Part, ...], known: Mapping[str, Collection[str]] = {}
) -> tuple[Part, ...]:
    """Give the parts with keys that are theirs alone: those of `known`, as far as they are there.

    `known` has fingerprints by key; of keys that are alike, the first come first. What is in a
    part is named after it. Imports are named in the whole file, wherever they stand.
    """
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        stems[stem(name)].append(name)
    naming = _Naming(stems=stems, known=known)
    imports = naming.names([(one.key, one.fingerprint) for one in _imports(parts)])
    return tuple(_scope(parts, naming, imports, ("", "")))


class _Naming(Struct, frozen=True, kw_only=True):
    """The names that are known, by what they are without their counts."""

    stems: Mapping[str, list[str]]
    known: Mapping[str, Collection[str]]

    def names(self, units: Iterable[tuple[str, str]]) -> Mapping[str, Iterator[str]]:
        """Give for keys and their fingerprints the names, in the order of each key."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, known_by in units:
            found[key].append(known_by)
        return {
            key: iter(_names(key, prints, self.stems.get(key, []), self.known))
            for key, prints in found.items()
        }


def _imports(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.kind == "import":
            yield from part.parts
        elif part.kind == "block":
            yield from _imports(part.parts)


def _scope(
    parts: Iterable[Part],
    naming: _Naming,
    imports: Mapping[str, Iterator[str]],
    renamed: tuple[str, str],
) -> Iterator[Part]:
    """Name parts that stand together; what they are in was renamed from one key to another."""
    old, new = renamed
    keys = [(new + part.key.removeprefix(old), part) for part in parts]
    names = naming.names((key, part.fingerprint) for key, part in keys)
    for key, part in keys:
        name = next(names[key])
        inner = (part.key, name)
        yield replace(
            part,
            key=name,
            decorators=tuple(_scope(part.decorators, naming, imports, inner)),
            parts=(
                tuple(replace(one, key=next(imports[one.key])) for one in part.parts)
                if part.kind == "import"
                else tuple(_scope(part.parts, naming, imports, inner))
            ),
        )


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
