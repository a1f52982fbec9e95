"""The sets of parameters of a method of which a call needs one.

A type checker can distinguish them if each set has a parameter that another lacks, as a period or a
date, an ID or an ID of another kind. Sets that only say where something is, such as the user or the
group of a drive, are too many for signatures: a wrong one is an error of the call.
"""

from docgen.python.names import PythonName
from docgen.python.signatures.requests import RequestGroup

MAX_OVERLOADS = 4


def overload_sets(group: RequestGroup) -> tuple[tuple[PythonName, ...], ...]:
    """Return the sets of parameters of the URLs, none if one signature says everything."""
    urls = [one.named for one in group.urls]
    sets = {frozenset(one.arguments): one.arguments for one in urls}
    if not 1 < len(sets) <= MAX_OVERLOADS:
        return ()
    if any(first < second for first in sets for second in sets):
        return ()
    common = frozenset.intersection(*sets)
    telling = {name for one in urls for name in one.function} | {
        one.own_key for one in urls if one.own_key
    }
    if telling <= common:
        return ()
    return tuple(sets.values())
