"""The order of the parts of one scope, once some went, some came and some moved.

What is in the file and in today's text is a *post*. What people added hangs behind the post that
it stands behind, and goes where that goes. What comes in stands behind the post that it follows in
today's text. A part that goes with its page may come back: where people's parts stood right before
it, the last of them is noted as its neighbour, and it comes back behind that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from docgen.edits.neighbours import is_neighbour
from docgen.edits.slots import HEAD, Coming, Slot


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
    before: dict[str, list[str]] = {}
    ordered = _in_todays_order(posts, slots, today) if is_moved else posts
    if ordered != posts:
        before = _clinging(posts, behind, {slot.key for slot in slots if slot.clings})
    imports = {slot.key for slot in slots if slot.is_import}
    pinned = [slot.key for slot in slots if slot.is_pinned]
    leading = {coming.key for coming in today if coming.leads}
    followers: dict[str, str] = {}
    last = HEAD
    for coming in today:
        if coming.is_new:
            post = _behind_pinned(last, pinned, coming)
            noted = neighbours.get(coming.key, frozenset())
            at = _place(
                behind[post],
                noted,
                imports if post in leading and not coming.leads else set(),
            )
            behind[coming.key] = behind[post][at:]
            behind[post] = behind[post][:at]
            _follow(followers, post, coming.key)
        if coming.key in behind:
            last = coming.key
    return tuple(_flat(ordered, before, behind, followers))


def _hung(slots: Iterable[Slot]) -> tuple[list[str], dict[str, list[str]]]:
    """Give the posts in the order of the file, and what hangs behind each."""
    posts = [HEAD]
    behind: dict[str, list[str]] = {HEAD: []}
    for slot in slots:
        if slot.fate == "post" or (slot.is_pinned and slot.fate != "gone"):
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


def _behind_pinned(last: str, pinned: Sequence[str], coming: Coming) -> str:
    """Give the post behind which something comes, never before what is pinned."""
    first = (
        [key for key in pinned if key.endswith("__doc__")]
        if coming.is_pinned
        else pinned
    )
    is_early = last == HEAD or last in pinned
    is_first = coming.key.endswith("__doc__")
    return first[-1] if first and is_early and not is_first else last


def _follow(followers: dict[str, str], post: str, key: str) -> None:
    if post in followers:
        followers[key] = followers[post]
    followers[post] = key


def _clinging(
    posts: Sequence[str], behind: dict[str, list[str]], clinging: set[str]
) -> dict[str, list[str]]:
    """Hang what people have right above a post before it, no longer behind the last."""
    before = {}
    for last, post in pairwise(posts):
        hanging = behind[last]
        number = len(hanging)
        while number and hanging[number - 1] in clinging:
            number -= 1
        before[post] = hanging[number:]
        behind[last] = hanging[:number]
    return before


def _place(hanging: Sequence[str], noted: frozenset[str], imports: set[str]) -> int:
    """Give behind how many of the things that hang there a new post stands."""
    if noted:
        if is_neighbour(HEAD, noted):
            return 0
        for number, key in enumerate(hanging, 1):
            if is_neighbour(key, noted):
                return number
    for number, key in enumerate(hanging):
        if key not in imports:
            return number
    return len(hanging) if imports else 0


def _flat(
    posts: Iterable[str],
    before: Mapping[str, Sequence[str]],
    behind: Mapping[str, Sequence[str]],
    followers: Mapping[str, str],
) -> Iterator[str]:
    for post in posts:
        yield from before.get(post, ())
        at: str | None = post
        while at is not None:
            if at:
                yield at
            yield from behind[at]
            at = followers.get(at)
