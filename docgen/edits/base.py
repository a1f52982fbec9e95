"""The base: what the manifest says that docgen wrote last.

    line        = name TAB 16 hexadecimal digits, more for a form
    fingerprint   of a part that docgen wrote; zeros for one that people removed
    name "^"      behind what a part stood that went with its page: the digest of that neighbour
    name "*"      the order of a scope
    name "@"      the form that a scope had, as `forms` has it

Where two branches were merged a name may come twice: either line is docgen's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

REMOVED = "0" * 16
"""Stands for the fingerprint of what docgen wrote and people removed."""


class Base(Struct, frozen=True, kw_only=True):
    """What docgen wrote last: fingerprints, what is removed, neighbours, orders, forms, by name."""

    known: Mapping[str, frozenset[str]]
    removed: frozenset[str] = frozenset()
    neighbours: Mapping[str, frozenset[str]] = {}
    orders: Mapping[str, frozenset[str]] = {}
    forms: Mapping[str, frozenset[str]] = {}


def base(lines: Iterable[str]) -> Base:
    """Read the lines of one file."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        name, _, known_by = line.rpartition("\t")
        found[name].add(known_by)
    in_order = sorted(found, key=lambda name: (len(name), name))
    plain = {name: found[name] for name in in_order if name[-1] not in {"*", "^", "@"}}
    return Base(
        known={
            name: frozenset(prints - {REMOVED})
            for name, prints in plain.items()
            if prints != {REMOVED}
        },
        removed=frozenset(name for name in plain if REMOVED in plain[name]),
        neighbours=_ending("^", found),
        orders=_ending("*", found),
        forms=_ending("@", found),
    )


def _ending(mark: str, found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {
        name[:-1]: frozenset(prints)
        for name, prints in found.items()
        if name[-1] == mark
    }
