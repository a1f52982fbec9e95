"""Blank lines between the elements of a scope.

Those in the file stay where what is above stays. Behind what comes in or went they are as in
today's text; where that has people's parts around it, as they were when it went.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.edits.elements import Body, Element, Lines, so_many
from docgen.edits.neighbours import blank_below


class _Above(Struct, frozen=True):
    """What stands above an element, and the blank lines between."""

    above: str
    blank: Lines


def spaced(
    merged: Sequence[Element],
    there: Body,
    today: Body,
    neighbours: Mapping[str, Collection[str]],
) -> tuple[Element, ...]:
    """Give the elements of a scope with the blank lines above them."""
    keys = {element.part.key for element in merged}
    theirs = dict(_theirs(there, keys))
    below = {found.above: found.blank for found in theirs.values()}
    todays = dict(_todays(today, keys))
    spaced = []
    last = ""
    for element in merged:
        key = element.part.key
        if key not in theirs:
            blank = _new(element, last, todays[key], neighbours.get(key, ()), today)
        elif theirs[key].above == last or key not in todays:
            blank = element.blank
        else:
            is_moved = theirs[key].above in keys
            usual = below.get(last, element.blank) if is_moved else theirs[key].blank
            blank = _kept(element, last, not theirs[key].above, todays, usual)
        spaced.append(replace(element, blank=blank))
        last = key
    return tuple(spaced)


def _theirs(there: Body, keys: Collection[str]) -> Iterator[tuple[str, _Above]]:
    """Give what is above each element, and the most blank lines since what stays above it."""
    above = ""
    passed: Lines = ()
    for element in there.elements:
        key = element.part.key
        passed = max(passed, element.blank, key=len)
        yield key, _Above(above, passed)
        above = key
        if key in keys:
            passed = ()


def _kept(
    element: Element,
    last: str,
    was_first: bool,
    todays: Mapping[str, _Above],
    usual: Lines,
) -> Lines:
    """Give the blank lines above what has another thing above it than it had."""
    key = element.part.key
    if todays[key].above == last or (was_first and not element.blank):
        return todays[key].blank
    if not last:
        return ()
    return element.blank if last in todays else usual


def _todays(today: Body, keys: Collection[str]) -> Iterator[tuple[str, _Above]]:
    """Pass over what of today's text does not come into the file."""
    above = ""
    passed: Lines = ()
    for element in today.elements:
        blank = max(passed, element.blank, key=len)
        passed = blank
        if element.part.key in keys:
            yield element.part.key, _Above(above, blank if above else ())
            above, passed = element.part.key, ()


def _new(
    element: Element, last: str, todays: _Above, noted: Collection[str], today: Body
) -> Lines:
    if noted:
        return _noted(element.blank, noted)
    if not last:
        return ()
    return todays.blank if todays.above else _usual(today)


def _noted(blank: Lines, noted: Collection[str]) -> Lines:
    return so_many(blank, blank_below(min(noted)))


def _usual(today: Body) -> Lines:
    """Give the blank lines between the first two elements."""
    return today.elements[1].blank if len(today.elements) > 1 else ()
