"""Unique keys for the parts of a file, the same ones as in an earlier version of it.

Several parts can have the same key: overloads, a property and its setter, a repeated comment. Such
parts are matched by their fingerprints, and where these differ by their order.
"""

import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode.parts import Part

_NUMBERED = re.compile(r"(.+?)(?:~\d+)?")


def identify(
    parts: tuple[Part, ...], known: Mapping[str, Collection[str]] = {}
) -> tuple[Part, ...]:
    """Return the parts with unique keys: those of `known` where they match.

    `known` has the fingerprints of earlier parts by key; among keys that differ only in their
    number, earlier ones are used first. A nested part is named after the part that it is in.
    The names of imports are unique in the file, whatever statement they are in.
    """
    numbered: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        numbered[base_key(name)].append(name)
    naming = _Naming(numbered=numbered, known=known)
    imports = naming.names([(one.key, one.fingerprint) for one in _imports(parts)])
    return tuple(_scope(parts, naming, imports, ("", "")))


def base_key(name: str) -> str:
    """Return a key without its number."""
    match = _NUMBERED.fullmatch(name)
    return match[1] if match else name


class _Naming(Struct, frozen=True, kw_only=True):
    """The known names, by their keys without numbers."""

    numbered: Mapping[str, list[str]]
    known: Mapping[str, Collection[str]]

    def names(self, keyed: Iterable[tuple[str, str]]) -> Mapping[str, Iterator[str]]:
        """Return names by key, in the order of the parts, given keys and fingerprints."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, known_by in keyed:
            found[key].append(known_by)
        return {
            key: iter(_names(key, prints, self.numbered.get(key, []), self.known))
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
    """Name the parts of a scope; the part around it was renamed as `renamed` says."""
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


def _names(
    key: str, prints: list[str], mine: list[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Return a name for each of the parts that share a key."""
    if len(prints) == 1 and len(mine) < 2:
        return mine or [key]
    same = _names_by_fingerprint(prints, mine, known)
    taken = {*same}
    free = iter([name for name in mine if name not in taken])
    fresh = _unused_names(key, {*mine})
    return [name or next(free, "") or next(fresh) for name in same]


def _names_by_fingerprint(
    prints: list[str], names: list[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Return for each fingerprint the known name with it, or an empty string; no name twice."""
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


def _unused_names(key: str, used: Collection[str]) -> Iterator[str]:
    for number in count(1):
        name = f"{key}~{number}" if number > 1 else key
        if name not in used:
            yield name
