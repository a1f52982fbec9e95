"""Whose order counts in a scope.

The manifest knows the order in which docgen wrote a scope last. As long as the file has it, what
moves on its page moves in the file. Once people moved or removed something, their order stays.
"""

from collections.abc import Collection, Iterable, Iterator

from docgen.definitions import Part, is_ordered, order_of
from docgen.merge.base import Base


def follows(there: Iterable[Part], known: Base) -> frozenset[str]:
    """Give the scopes in which people moved nothing, by what their keys begin with."""
    return frozenset(
        prefix
        for prefix, parts in _scopes(there)
        if order_of(_keys(parts, known.known)) in known.orders.get(prefix, ())
    )


def order_lines(
    result: Iterable[Part],
    today: Iterable[Part],
    names: Collection[str],
    known: Base,
) -> Iterator[str]:
    """Give the lines for the scopes of a file; else the old ones."""
    todays = dict(_scopes(today))
    for prefix, parts in _scopes(result):
        if _has_order_of(parts, todays.get(prefix, ())):
            keys = _keys(parts, names)
            prints: Iterable[str] = [order_of(keys)] if len(keys) > 1 else []
        else:
            prints = sorted(known.orders.get(prefix, ()))
        yield from (f"{prefix}*\t{known_by}" for known_by in prints)


def _scopes(
    parts: Iterable[Part], prefix: str = ""
) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Give the scopes that have an order, with what their keys begin with."""
    found = tuple(parts)
    yield prefix, found
    for part in found:
        if part.kind == "class":
            yield from _scopes(part.parts, f"{part.key}.")


def _keys(parts: Iterable[Part], names: Collection[str]) -> list[str]:
    return [part.key for part in parts if is_ordered(part) and part.key in names]


def _has_order_of(parts: Iterable[Part], todays: Iterable[Part]) -> bool:
    """Tell whether a scope has all of today's parts, in their order."""
    wanted = [part.key for part in todays if is_ordered(part)]
    keys = {*wanted}
    return [part.key for part in parts if part.key in keys] == wanted
