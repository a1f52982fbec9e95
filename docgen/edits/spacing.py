"""Blank lines between the elements of a merged scope.

An element keeps the blank lines above it while the element above it is the same. Otherwise it has
those of the new code.
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
    in_file = dict(_above_in_file(edited, keys))
    below = {above.key: above.blank for above in in_file.values()}
    in_new = dict(_above_in_new_code(new, keys))
    found = []
    last = ""
    for element in merged:
        key = element.part.key
        if key not in in_file:
            blank = _above_added(last, in_new[key], new)
        elif in_file[key].key == last or key not in in_new:
            blank = element.blank
        else:
            above = in_file[key]
            is_moved = above.key in keys
            usual = below.get(last, element.blank) if is_moved else above.blank
            blank = _above_kept(element, last, not above.key, in_new, usual)
        found.append(replace(element, blank=blank))
        last = key
    return tuple(found)


def _above_in_file(edited: Body, keys: Collection[str]) -> Iterator[tuple[str, _Above]]:
    """Yield what is above each element, with the most blank lines after the last kept element."""
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
    in_new: Mapping[str, _Above],
    usual: BlankLines,
) -> BlankLines:
    """Return the blank lines above an element that is no longer below the same element."""
    above = in_new[element.part.key]
    if above.key == last or (was_first and not element.blank):
        return above.blank
    if not last:
        return ()
    return element.blank if last in in_new else usual


def _above_added(last: str, above: _Above, new: Body) -> BlankLines:
    if not last:
        return ()
    if above.key:
        return above.blank
    return new.elements[1].blank if len(new.elements) > 1 else ()
