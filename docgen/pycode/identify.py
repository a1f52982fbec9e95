"""Unique keys for the parts of a file, equal to those in an earlier version of the file.

Several parts can have the same key: overloads, a property and its setter, a repeated comment. Such
parts are matched by their fingerprints, or by their order if these differ.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode.parts import Part
from docgen.regex import Regex

_NUMBERED = Regex(r"(.+?)(?:~\d+)?")


def identify(
    parts: tuple[Part, ...], known: Mapping[str, Collection[str]] = {}
) -> tuple[Part, ...]:
    """Return the parts with unique keys: those of `known` where they match.

    `known` has the fingerprints of earlier parts by key; of keys that differ only in their number,
    the first is used first. The key of a nested part begins with that of the part around it.
    Imported names have keys that are unique in the file, not only in their statement.
    """
    numbered: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        numbered[base_key(name)].append(name)
    assignment = _KeyAssignment(numbered=numbered, known=known)
    imports = assignment.keys([(one.key, one.fingerprint) for one in _imports(parts)])
    return tuple(_scope(parts, assignment, imports, ("", "")))


def base_key(name: str) -> str:
    """Return a key without its number."""
    match = _NUMBERED.fullmatch(name)
    return match[1] if match else name


class _KeyAssignment(Struct, frozen=True, kw_only=True):
    """The known keys with their fingerprints, and grouped by their forms without numbers."""

    numbered: Mapping[str, list[str]]
    known: Mapping[str, Collection[str]]

    def keys(self, parts: Iterable[tuple[str, str]]) -> Mapping[str, Iterator[str]]:
        """Return the unique keys for each key, in the order of the parts.

        `parts` are the keys and the fingerprints of the parts.
        """
        by_key: defaultdict[str, list[str]] = defaultdict(list)
        for key, fingerprint in parts:
            by_key[key].append(fingerprint)
        return {
            key: iter(_unique_keys(key, prints, self.numbered.get(key, []), self.known))
            for key, prints in by_key.items()
        }


def _imports(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        if part.kind == "import":
            yield from part.parts
        elif part.kind == "block":
            yield from _imports(part.parts)


def _scope(
    parts: Iterable[Part],
    assignment: _KeyAssignment,
    imports: Mapping[str, Iterator[str]],
    container: tuple[str, str],
) -> Iterator[Part]:
    """Yield the parts of a scope with unique keys, given the old and new key of its container."""
    old, new = container
    keyed = [(new + part.key.removeprefix(old), part) for part in parts]
    unique = assignment.keys((key, part.fingerprint) for key, part in keyed)
    for key, part in keyed:
        unique_key = next(unique[key])
        inner = (part.key, unique_key)
        yield replace(
            part,
            key=unique_key,
            decorators=tuple(_scope(part.decorators, assignment, imports, inner)),
            parts=(
                tuple(replace(one, key=next(imports[one.key])) for one in part.parts)
                if part.kind == "import"
                else tuple(_scope(part.parts, assignment, imports, inner))
            ),
        )


def _unique_keys(
    key: str,
    fingerprints: list[str],
    candidates: list[str],
    known: Mapping[str, Collection[str]],
) -> list[str]:
    """Return a unique key for each of the parts that share a key."""
    if len(fingerprints) == 1 and len(candidates) < 2:
        return candidates or [key]
    matched = _keys_by_fingerprint(fingerprints, candidates, known)
    used = {*matched}
    unmatched = iter([one for one in candidates if one not in used])
    new = _new_keys(key, {*candidates})
    return [one or next(unmatched, "") or next(new) for one in matched]


def _keys_by_fingerprint(
    fingerprints: list[str], keys: list[str], known: Mapping[str, Collection[str]]
) -> list[str]:
    """Return the known key with each fingerprint, or an empty string; no key twice."""
    by_fingerprint: defaultdict[str, deque[str]] = defaultdict(deque)
    for key in keys:
        for fingerprint in known[key]:
            by_fingerprint[fingerprint].append(key)
    used: set[str] = set()
    found = []
    for fingerprint in fingerprints:
        candidates = by_fingerprint[fingerprint]
        while candidates and candidates[0] in used:
            candidates.popleft()
        key = candidates.popleft() if candidates else ""
        used.add(key)
        found.append(key)
    return found


def _new_keys(key: str, used: Collection[str]) -> Iterator[str]:
    for number in count(1):
        numbered = f"{key}~{number}" if number > 1 else key
        if numbered not in used:
            yield numbered
