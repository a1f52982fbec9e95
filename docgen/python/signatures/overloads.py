"""The sets of parameters of a method of which a call needs one.

A type checker can distinguish them if each set has a parameter that another lacks, as a period or a
date, an ID or an ID of another kind. Sets that only say where something is, such as the user or the
group of a drive, are too many for signatures: a wrong one is an error of the call. Parameters that
are chosen independently of the others are in no set: the range of a workbook is that of a name, of
an address or of a column, whether the workbook is found by its ID or by its path.
"""

from collections.abc import Collection

from docgen.python.names import PythonName
from docgen.python.signatures.requests import RequestGroup

MAX_OVERLOADS = 4

_Names = frozenset[PythonName]


def overload_sets(group: RequestGroup) -> tuple[tuple[PythonName, ...], ...]:
    """Return the sets of parameters of the URLs, none if one signature says everything."""
    urls = [one.named for one in group.urls]
    whole = {frozenset(one.arguments) for one in urls}
    common = frozenset.intersection(*whole)
    telling = {name for one in urls for name in one.function} | {
        one.own_key for one in urls if one.own_key
    }
    if telling <= common:
        return ()
    chosen = common | _dependent(whole, telling - common)
    sets = {
        frozenset(one.arguments)
        & chosen: tuple(name for name in one.arguments if name in chosen)
        for one in urls
    }
    if not 1 < len(sets) <= MAX_OVERLOADS:
        return ()
    if any(first < second for first in sets for second in sets):
        return ()
    return tuple(sets.values())


def _dependent(sets: Collection[_Names], telling: Collection[PythonName]) -> _Names:
    """Return the parameters that are not chosen independently of those that are telling.

    These are all, unless each choice of theirs is combined with each of the others.
    """
    every = frozenset[PythonName]().union(*sets) - frozenset.intersection(*sets)
    found = frozenset(telling)
    while True:
        others = {
            name for name in every - found if not _is_product(sets, found, {name})
        }
        if not others:
            break
        found |= others
    return found if _is_product(sets, found, every - found) else every


def _is_product(
    sets: Collection[_Names], some: Collection[PythonName], rest: Collection[PythonName]
) -> bool:
    """Return whether each choice of some parameters occurs with each choice of the rest."""
    pairs = {(one.intersection(some), one.intersection(rest)) for one in sets}
    return len(pairs) == len({a for a, _ in pairs}) * len({b for _, b in pairs})
