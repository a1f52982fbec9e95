"""The base of a merge: what docgen wrote last, according to the manifest.

    line        = name TAB word
    word        = fingerprint of a part that docgen wrote, or zeros for one deleted by hand
    name "*"      the digest of the order of a scope
    name "^"      the digest of the hand-written part before a part that was removed with its page

Only edited files have the last kind: if a part is added to its page again, it is also added at its
old position, after the hand-written code. If two branches were merged, a name can have several
lines; docgen wrote each of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from docgen.edits.decision import DELETED
from docgen.pycode import Part, is_ordered, order_digest


class LastWritten(Struct, frozen=True, kw_only=True):
    """What docgen wrote last: fingerprints, deleted parts, predecessors and orders, by name."""

    known: Mapping[str, frozenset[str]]
    deleted: frozenset[str] = frozenset()
    predecessors: Mapping[str, frozenset[str]] = {}
    orders: Mapping[str, frozenset[str]] = {}


def read_base(lines: Iterable[str]) -> LastWritten:
    """Read the definition lines of one file."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        name, _, word = line.rpartition("\t")
        found[name].add(word)
    sorted_names = sorted(found, key=lambda name: (len(name), name))
    parts = {name: found[name] for name in sorted_names if name[-1] not in {"*", "^"}}
    return LastWritten(
        known={
            name: frozenset(words - {DELETED})
            for name, words in parts.items()
            if words != {DELETED}
        },
        deleted=frozenset(name for name in parts if DELETED in parts[name]),
        predecessors=_with_suffix("^", found),
        orders=_with_suffix("*", found),
    )


def _with_suffix(
    suffix: str, found: Mapping[str, set[str]]
) -> dict[str, frozenset[str]]:
    return {
        name[:-1]: frozenset(words)
        for name, words in found.items()
        if name[-1] == suffix
    }


def generated_orders(edited: Iterable[Part], base: LastWritten) -> frozenset[str]:
    """Return the scopes that have the order in which docgen wrote them, by their prefixes.

    If the order on the page changes, it changes in these scopes as well. Once parts of a scope were
    moved or deleted by hand, docgen no longer changes its order.
    """
    names = {*base.known, *base.deleted}
    return frozenset(
        prefix
        for prefix, parts in _scopes(edited)
        if order_digest(_keys(parts, names)) in base.orders.get(prefix, ())
    )


def order_lines(
    result: Iterable[Part],
    new: Iterable[Part],
    names: Collection[str],
    base: LastWritten,
    generated: Collection[str],
) -> Iterator[str]:
    """Yield the lines for the orders of a merged file.

    A scope whose order was changed by hand, now or before, keeps its line.
    """
    new_scopes = dict(_scopes(new))
    changed_by_hand = {prefix for prefix in base.orders if prefix not in generated}
    for prefix, parts in _scopes(result):
        has_new_order = prefix in new_scopes and _has_order_of(
            parts, new_scopes[prefix]
        )
        if has_new_order and prefix not in changed_by_hand:
            keys = _keys(parts, names)
            digests: Iterable[str] = [order_digest(keys)] if len(keys) > 1 else []
        else:
            digests = sorted(base.orders.get(prefix, ()))
        yield from (f"{prefix}*\t{digest}" for digest in digests)


def _scopes(
    parts: Iterable[Part], prefix: str = ""
) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Yield the scopes that have an order, by the prefix of the keys in them."""
    found = tuple(parts)
    yield prefix, found
    for part in found:
        if part.kind == "class":
            yield from _scopes(part.parts, f"{part.key}.")


def _keys(parts: Iterable[Part], names: Collection[str]) -> list[str]:
    return [part.key for part in parts if is_ordered(part) and part.key in names]


def _has_order_of(parts: Iterable[Part], new: Iterable[Part]) -> bool:
    """Return whether a scope has all new parts, in their order."""
    wanted = [part.key for part in new if is_ordered(part)]
    keys = {*wanted}
    return [part.key for part in parts if part.key in keys] == wanted
