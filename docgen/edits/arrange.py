"""The order of the parts of one scope after parts were removed, added and moved.

A part that is in the file and in the new code is an *anchor*. Hand-written parts follow the anchor
that they are after, and move with it. An added part follows the anchor that it is after in the new
code. If a part was removed with its page while a hand-written part preceded it, the manifest notes
that part, and the removed part returns to its position after it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.pycode import short_digest

Fate: TypeAlias = Literal["anchor", "hand-written", "dropped"]

SCOPE_START = ""
"""The begin of a scope, which is an anchor as well."""


class Slot(Struct, frozen=True):
    """A part of the file and what becomes of it.

    Parts without a position of their own (imports, docstrings, comments) don't move. Docstrings
    and future imports are `pinned`: they come first. A part without a blank line below it is
    `attached` to the part below.
    """

    key: str
    fate: Fate
    moves: bool = False
    is_import: bool = False
    is_pinned: bool = False
    is_attached: bool = False


class NewPart(Struct, frozen=True):
    """A part of the new code, added or in the file already; imports and docstrings lead."""

    key: str
    is_added: bool = False
    leads: bool = False
    is_pinned: bool = False


def arranged(
    slots: Sequence[Slot],
    new: Sequence[NewPart],
    predecessors: Mapping[str, frozenset[str]] = {},
    *,
    is_generated: bool = False,
) -> tuple[str, ...]:
    """Return the keys of a scope in their new order.

    `predecessors` are those that the manifest notes. With `is_generated` the scope has docgen's
    own order, so anchors that move are put into the new one.
    """
    anchors, after = _attached(slots)
    before: dict[str, list[str]] = {}
    ordered = _in_new_order(anchors, slots, new) if is_generated else anchors
    if ordered != anchors:
        attached = {slot.key for slot in slots if slot.is_attached}
        before = _attached_below(anchors, after, attached)
    imports = {slot.key for slot in slots if slot.is_import}
    pinned = [slot.key for slot in slots if slot.is_pinned]
    leading = {part.key for part in new if part.leads}
    followers: dict[str, str] = {}
    last = SCOPE_START
    for part in new:
        if part.is_added:
            anchor = _after_pinned(last, pinned, part)
            noted = predecessors.get(part.key, frozenset())
            skipped = imports if anchor in leading and not part.leads else set[str]()
            at = _index(after[anchor], noted, skipped)
            after[part.key] = after[anchor][at:]
            after[anchor] = after[anchor][:at]
            if anchor in followers:
                followers[part.key] = followers[anchor]
            followers[anchor] = part.key
        if part.key in after:
            last = part.key
    return tuple(_flat(ordered, before, after, followers))


def _attached(slots: Iterable[Slot]) -> tuple[list[str], dict[str, list[str]]]:
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


def _attached_below(
    anchors: Sequence[str], after: dict[str, list[str]], attached: set[str]
) -> dict[str, list[str]]:
    """Move parts that are attached to the anchor below from `after` to the result."""
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
    """Return the anchor that an added part follows, which is never before pinned parts."""
    first = (
        [key for key in pinned if key.endswith("__doc__")] if part.is_pinned else pinned
    )
    is_early = last == SCOPE_START or last in pinned
    is_docstring = part.key.endswith("__doc__")
    return first[-1] if first and is_early and not is_docstring else last


def _index(keys: Sequence[str], noted: frozenset[str], skipped: set[str]) -> int:
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


def _flat(
    anchors: Iterable[str],
    before: Mapping[str, Sequence[str]],
    after: Mapping[str, Sequence[str]],
    followers: Mapping[str, str],
) -> Iterator[str]:
    for anchor in anchors:
        yield from before.get(anchor, ())
        at: str | None = anchor
        while at is not None:
            if at:
                yield at
            yield from after[at]
            at = followers.get(at)


def noted_predecessors(slots: Sequence[Slot]) -> Iterator[tuple[str, str]]:
    """Yield the dropped parts with the digest of the hand-written part before each.

    If there is none, but a hand-written import follows, the start of the scope is noted.
    """
    before = SCOPE_START
    for slot, precedes_import in zip(slots, _precede_imports(slots), strict=True):
        if slot.fate == "dropped" and (before or precedes_import):
            yield slot.key, short_digest(before)
        elif slot.fate != "dropped":
            before = slot.key if slot.fate == "hand-written" else SCOPE_START


def _precede_imports(slots: Sequence[Slot]) -> list[bool]:
    """Return for each part whether the next one that stays is a hand-written import."""
    found = []
    is_import = False
    for slot in reversed(slots):
        found.append(is_import)
        if slot.fate != "dropped":
            is_import = slot.is_import and slot.fate == "hand-written"
    return found[::-1]


def is_noted(key: str, noted: frozenset[str]) -> bool:
    """Return whether a part is among those whose digests were noted."""
    return bool(noted) and short_digest(key) in noted
