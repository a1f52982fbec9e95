"""Blank lines between the elements of a scope.

Those in the file stay where what is above stays. Behind what comes in or went they are as in
today's text; where that has people's parts around it, as they were when it went.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

import libcst as cst
from msgspec import Struct
from msgspec.structs import replace

from docgen.merge.arrange import blank_below
from docgen.merge.elements import Body, Element, Lines


class _Todays(Struct, frozen=True):
    """What stands above an element in today's text, and the blank lines between."""

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
    above = _above(there)
    below = {above[element.part.key]: element.blank for element in there.elements}
    todays = dict(_todays(today, keys))
    found = []
    last = ""
    for element in merged:
        key = element.part.key
        if key in above:
            blank = _kept(element, above[key], last, todays.get(key))
            if above[key] in keys and above[key] != last and last not in todays:
                blank = below.get(last, blank)
        else:
            blank = _new(element, last, todays[key], neighbours.get(key, ()), today)
        found.append(replace(element, blank=blank))
        last = key
    return tuple(found)


def _above(body: Body) -> Mapping[str, str]:
    keys = [element.part.key for element in body.elements]
    return dict(zip(keys, ["", *keys], strict=False))


def _todays(today: Body, keys: Collection[str]) -> Iterator[tuple[str, _Todays]]:
    """Pass over what of today's text does not come into the file."""
    above = ""
    passed: Lines = ()
    for element in today.elements:
        blank = max(passed, element.blank, key=len)
        passed = blank
        if element.part.key in keys:
            yield element.part.key, _Todays(above, blank if above else ())
            above, passed = element.part.key, ()


def _kept(element: Element, old: str, last: str, todays: _Todays | None) -> Lines:
    if todays is None or old == last:
        return element.blank
    if todays.above == last or (not old and not element.blank):
        return todays.blank
    return element.blank if last else ()


def _new(
    element: Element, last: str, todays: _Todays, noted: Collection[str], today: Body
) -> Lines:
    if noted:
        return _noted(element.blank, noted)
    if not last:
        return ()
    return todays.blank if todays.above else _usual(today)


def _noted(blank: Lines, noted: Collection[str]) -> Lines:
    number = blank_below(min(noted))
    return blank if len(blank) == number else (cst.EmptyLine(indent=False),) * number


def _usual(today: Body) -> Lines:
    """Give the blank lines between the first two elements."""
    return today.elements[1].blank if len(today.elements) > 1 else ()
