"""Blank lines between the elements of a merged scope.

They stay as they are in the file while the element above stays. After an element that was added or
removed they are as in the new code.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.pycode.tree import BlankLines, Body, SyntaxElement


class _Above(Struct, frozen=True):
    """The key of the element above, and the blank lines between."""

    key: str
    blank: BlankLines


def spaced(
    merged: Sequence[SyntaxElement], edited: Body, new: Body
) -> tuple[SyntaxElement, ...]:
    """Return the elements of a scope with the blank lines above them."""
    keys = {element.part.key for element in merged}
    there = dict(_above_in_file(edited, keys))
    below = {above.key: above.blank for above in there.values()}
    wanted = dict(_above_in_new_code(new, keys))
    found = []
    last = ""
    for element in merged:
        key = element.part.key
        if key not in there:
            blank = _above_added(last, wanted[key], new)
        elif there[key].key == last or key not in wanted:
            blank = element.blank
        else:
            is_moved = there[key].key in keys
            usual = below.get(last, element.blank) if is_moved else there[key].blank
            blank = _above_kept(element, last, not there[key].key, wanted, usual)
        found.append(replace(element, blank=blank))
        last = key
    return tuple(found)


def _above_in_file(edited: Body, keys: Collection[str]) -> Iterator[tuple[str, _Above]]:
    """Yield what is above each element, with the most blank lines since one that stays."""
    above = ""
    most: BlankLines = ()
    for element in edited.elements:
        key = element.part.key
        most = max(most, element.blank, key=len)
        yield key, _Above(above, most)
        above = key
        if key in keys:
            most = ()


def _above_in_new_code(
    new: Body, keys: Collection[str]
) -> Iterator[tuple[str, _Above]]:
    """Yield what is above each element of the new code that is in the file."""
    above = ""
    most: BlankLines = ()
    for element in new.elements:
        most = max(most, element.blank, key=len)
        if element.part.key in keys:
            yield element.part.key, _Above(above, most if above else ())
            above, most = element.part.key, ()


def _above_kept(
    element: SyntaxElement,
    last: str,
    was_first: bool,
    wanted: Mapping[str, _Above],
    usual: BlankLines,
) -> BlankLines:
    """Return the blank lines above an element that has another one above it than before."""
    above = wanted[element.part.key]
    if above.key == last or (was_first and not element.blank):
        return above.blank
    if not last:
        return ()
    return element.blank if last in wanted else usual


def _above_added(last: str, above: _Above, new: Body) -> BlankLines:
    if not last:
        return ()
    if above.key:
        return above.blank
    return new.elements[1].blank if len(new.elements) > 1 else ()
