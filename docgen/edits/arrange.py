"""The order of the parts of one scope after parts were removed, added and moved.

A part that is both in the file and in the new code is an *anchor*. Hand-written parts follow the
anchor above them, and move with it. An added part follows the anchor above it in the new code. If a
removed part followed a hand-written part, the manifest records that part, so that the removed part
gets its old position if it is added again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.pycode import short_digest

Fate: TypeAlias = Literal["anchor", "hand-written", "dropped"]

SCOPE_START = ""
"""The key for the start of a scope, which is an anchor as well."""


class Slot(Struct, frozen=True):
    """A part of the file, and whether it is kept.

    Imports, docstrings and comments don't move. Docstrings and future imports are `pinned`: they
    are first. A part without a blank line below it is `attached` to the part below.
    """

    key: str
    fate: Fate
    moves: bool = False
    is_import: bool = False
    is_pinned: bool = False
    is_attached: bool = False


class NewPart(Struct, frozen=True):
    """A part of the new code; imports and docstrings are `leading` parts."""

    key: str
    is_added: bool = False
    is_leading: bool = False
    is_pinned: bool = False


def arranged(
    slots: Sequence[Slot],
    new: Sequence[NewPart],
    predecessors: Mapping[str, frozenset[str]] = {},
    *,
    is_generated: bool = False,
) -> tuple[str, ...]:
    """Return the keys of a scope in their new order.

    `predecessors` are those that the manifest records. `is_generated` means that the file has the
    order in which docgen wrote the scope, so that anchors are moved to their new positions.
    """
    anchors, after = _anchors(slots)
    before: dict[str, list[str]] = {}
    ordered = _in_new_order(anchors, slots, new) if is_generated else anchors
    if ordered != anchors:
        attached = {slot.key for slot in slots if slot.is_attached}
        before = _moved_to_next_anchor(anchors, after, attached)
    imports = {slot.key for slot in slots if slot.is_import}
    pinned = [slot.key for slot in slots if slot.is_pinned]
    leading = {part.key for part in new if part.is_leading}
    followers: dict[str, str] = {}
    last = SCOPE_START
    for part in new:
        if part.is_added:
            anchor = _after_pinned(last, pinned, part)
            noted = predecessors.get(part.key, frozenset())
            skips_imports = anchor in leading and not part.is_leading
            skipped = imports if skips_imports else set[str]()
            index = _insertion_index(after[anchor], noted, skipped)
            after[part.key] = after[anchor][index:]
            after[anchor] = after[anchor][:index]
            if anchor in followers:
                followers[part.key] = followers[anchor]
            followers[anchor] = part.key
        if part.key in after:
            last = part.key
    return tuple(_flattened(ordered, before, after, followers))


def _anchors(slots: Iterable[Slot]) -> tuple[list[str], dict[str, list[str]]]:
    """Return the anchors in the order of the file, and the hand-written parts after each."""
    anchors = [SCOPE_START]
    after: dict[str, list[str]] = {SCOPE_START: []}
    for slot in slots:
        if slot.fate == "anchor" or (slot.is_pinned and slot.fate != "dropped"):
            anchors.append(slot.key)
            after[slot.key] = []
        elif slot.fate == "hand-written":
            after[anchors[-1]].append(slot.key)
    return anchors, after


def _in_new_order(
    anchors: Sequence[str], slots: Iterable[Slot], new: Iterable[NewPart]
) -> list[str]:
    """Return the anchors with those that move in the new order, in the same positions."""
    moving = {slot.key for slot in slots if slot.moves and slot.fate == "anchor"}
    ordered = iter([part.key for part in new if part.key in moving])
    return [next(ordered, anchor) if anchor in moving else anchor for anchor in anchors]


def _moved_to_next_anchor(
    anchors: Sequence[str], after: dict[str, list[str]], attached: set[str]
) -> dict[str, list[str]]:
    """Remove the parts that are attached to the next anchor from `after`; return them by it."""
    before = {}
    for last, anchor in pairwise(anchors):
        keys = after[last]
        number = len(keys)
        while number and keys[number - 1] in attached:
            number -= 1
        before[anchor] = keys[number:]
        after[last] = keys[:number]
    return before


def _after_pinned(last: str, pinned: Sequence[str], part: NewPart) -> str:
    """Return the anchor that an added part follows; it is not before pinned parts."""
    docstrings = [key for key in pinned if key.endswith("__doc__")]
    first = docstrings if part.is_pinned else pinned
    is_at_start = last == SCOPE_START or last in pinned
    is_docstring = part.key.endswith("__doc__")
    return first[-1] if first and is_at_start and not is_docstring else last


def _insertion_index(
    keys: Sequence[str], noted: frozenset[str], skipped: set[str]
) -> int:
    """Return the index among hand-written parts at which an added part is inserted."""
    if is_noted(SCOPE_START, noted):
        return 0
    for number, key in enumerate(keys, 1):
        if is_noted(key, noted):
            return number
    for number, key in enumerate(keys):
        if key not in skipped:
            return number
    return len(keys) if skipped else 0


def _flattened(
    anchors: Iterable[str],
    before: Mapping[str, Sequence[str]],
    after: Mapping[str, Sequence[str]],
    followers: Mapping[str, str],
) -> Iterator[str]:
    for anchor in anchors:
        yield from before.get(anchor, ())
        key: str | None = anchor
        while key is not None:
            if key != SCOPE_START:
                yield key
            yield from after[key]
            key = followers.get(key)


def noted_predecessors(slots: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    """Yield the dropped parts with the digest of the hand-written part before each.

    If there is none, but a hand-written import follows, it is that of the start of the scope.
    """
    before = SCOPE_START
    for slot, precedes_import in zip(slots, _precede_imports(slots), strict=True):
        if slot.fate == "dropped" and (before or precedes_import):
            yield slot.key, short_digest(before)
        elif slot.fate != "dropped":
            before = slot.key if slot.fate == "hand-written" else SCOPE_START


def _precede_imports(slots: Sequence[Slot]) -> list[bool]:
    """Return for each part whether the next one that is kept is a hand-written import."""
    found = []
    is_import = False
    for slot in reversed(slots):
        found.append(is_import)
        if slot.fate != "dropped":
            is_import = slot.is_import and slot.fate == "hand-written"
    return found[::-1]


def is_noted(key: str, noted: frozenset[str]) -> bool:
    """Return whether the digest of a part is among the recorded ones."""
    return bool(noted) and short_digest(key) in noted
