"""The order of the parts of one scope, once some went, some came and some moved.

What is in the file and in today's text is a *post*. What people added hangs behind the post that
it stands behind, and goes where that goes. What comes in stands behind the post that it follows in
today's text. A part that goes with its page may come back: where people's parts stood right before
it, the last of them is noted as its neighbour, and it comes back behind that.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from docgen.definitions import digest

Fate: TypeAlias = Literal["post", "people's", "gone"]
_HEAD = ""
"""Stands for the beginning of the scope, behind which things hang as behind a post."""


class Slot(Struct, frozen=True):
    """A part in the file: docgen gives it today, or people keep it, or it goes.

    What does not move (imports, docstrings, comments) has no place in docgen's order.
    """

    key: str
    fate: Fate
    moves: bool = False
    is_import: bool = False


class Coming(Struct, frozen=True):
    """A part of today's text, in the file already or new."""

    key: str
    is_new: bool = False
    is_import: bool = False


def arranged(
    slots: Sequence[Slot],
    today: Sequence[Coming],
    neighbours: Mapping[str, frozenset[str]] = {},
    *,
    is_moved: bool = False,
) -> tuple[str, ...]:
    """Give the keys of a scope in their new order.

    `neighbours` are those noted of earlier runs. Where docgen's own order counts (`is_moved`) the
    posts that move are put into it.
    """
    posts, behind = _hung(slots)
    if is_moved:
        posts = _in_todays_order(posts, slots, today)
    imports = {slot.key for slot in slots if slot.is_import}
    followers: dict[str, str] = {}
    last = _HEAD
    for coming in today:
        if coming.is_new:
            noted = neighbours.get(coming.key, frozenset())
            at = _place(behind[last], noted, set() if coming.is_import else imports)
            behind[coming.key] = behind[last][at:]
            behind[last] = behind[last][:at]
            followers[last] = coming.key
        if coming.key in behind:
            last = coming.key
    return tuple(_flat(posts, behind, followers))


def _hung(slots: Iterable[Slot]) -> tuple[list[str], dict[str, list[str]]]:
    """Give the posts in the order of the file, and what hangs behind each."""
    posts = [_HEAD]
    behind: dict[str, list[str]] = {_HEAD: []}
    for slot in slots:
        if slot.fate == "post":
            posts.append(slot.key)
            behind[slot.key] = []
        elif slot.fate == "people's":
            behind[posts[-1]].append(slot.key)
    return posts, behind


def _in_todays_order(
    posts: Sequence[str], slots: Iterable[Slot], today: Iterable[Coming]
) -> list[str]:
    """Put the posts that move into today's order, in the places that they have together."""
    moving = {slot.key for slot in slots if slot.moves and slot.fate == "post"}
    ordered = iter([coming.key for coming in today if coming.key in moving])
    return [next(ordered, post) if post in moving else post for post in posts]


def _place(hanging: Sequence[str], noted: frozenset[str], imports: set[str]) -> int:
    """Give behind how many of the things that hang there a new post stands."""
    if noted:
        for number, key in enumerate(hanging, 1):
            if neighbour(key) in noted:
                return number
    for number, key in enumerate(hanging):
        if key not in imports:
            return number
    return len(hanging) if imports else 0


def _flat(
    posts: Iterable[str],
    behind: Mapping[str, Sequence[str]],
    followers: Mapping[str, str],
) -> Iterable[str]:
    for post in posts:
        at: str | None = post
        while at is not None:
            if at:
                yield at
            yield from behind[at]
            at = followers.get(at)


def noted(slots: Iterable[Slot]) -> Mapping[str, str]:
    """Give for what goes the digest of what people have right before it."""
    found = {}
    before = ""
    for slot in slots:
        if slot.fate == "gone" and before:
            found[slot.key] = neighbour(before)
        elif slot.fate != "gone":
            before = slot.key if slot.fate == "people's" else ""
    return found


def neighbour(key: str) -> str:
    """Give the digest by which a neighbour is noted."""
    return digest(key)
