"""Whose order counts in a scope.

The manifest knows the order in which docgen wrote a scope last. As long as the file has it, what
moves on its page moves in the file. Once people moved or removed something, their order stays.
"""

from collections.abc import Collection, Iterable, Iterator

from docgen.edits.base import Base
from docgen.pycode import Part, is_ordered, order_of


def follows(there: Iterable[Part], known: Base) -> frozenset[str]:
    """Give the scopes in which people moved nothing, by what their keys begin with."""
    names = {*known.known, *known.removed}
    return frozenset(
        prefix
        for prefix, parts in _scopes(there)
        if order_of(_keys(parts, names)) in known.orders.get(prefix, ())
    )


def order_lines(
    result: Iterable[Part],
    today: Iterable[Part],
    names: Collection[str],
    known: Base,
    follows: Collection[str],
) -> Iterator[str]:
    """Give the lines for the scopes of a file.

    Where today's text has another order, or people had one of their own before, the old ones stay.
    """
    todays = dict(_scopes(today))
    own = {prefix for prefix in known.orders if prefix not in follows}
    for prefix, parts in _scopes(result):
        is_todays = prefix in todays and _has_order_of(parts, todays[prefix])
        if is_todays and prefix not in own:
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
