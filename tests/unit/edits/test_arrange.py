"""The order of a scope: docgen's posts, and what people hung behind them.

A file is written as words: `a` is docgen's and new too, `a-` goes, `+a` is user's. Today's
text is words too, `a!` for what is new.
"""

import pytest

from docgen.edits.arrange import NewPart, Slot, arranged, noted_predecessors


def slots(file: str) -> list[Slot]:
    return [
        Slot(
            key=word.strip("+-"),
            fate=(
                "hand-written"
                if "+" in word
                else "dropped" if "-" in word else "anchor"
            ),
            moves=True,
        )
        for word in file.split()
    ]


def comings(today: str) -> list[NewPart]:
    return [
        NewPart(key=word.strip("!"), is_added=word.endswith("!"))
        for word in today.split()
    ]


ORDERS = {
    "nothing new": ("a +x b", "a b", "a x b"),
    "what comes stands behind what it follows": ("a +x b", "a n! b", "a n x b"),
    "what comes one after the other stays together": (
        "a +x b",
        "a n! m! b",
        "a n m x b",
    ),
    "what comes first stands first": ("+x a", "n! a", "n x a"),
    "what goes leaves what people hung behind it": ("a b- +x c", "a c", "a x c"),
    "all goes but what people have": ("a- +x b-", "", "x"),
    "all is new": ("", "a! b!", "a b"),
}


@pytest.mark.parametrize(("file", "today", "order"), ORDERS.values(), ids=ORDERS)
def test_order(file: str, today: str, order: str) -> None:
    assert " ".join(arranged(slots(file), comings(today))) == order


MOVES = {
    "posts follow new order": ("a b c", "c a b", "c a b"),
    "what people hung behind a post moves along": ("a +x b", "b a", "b a x"),
    "what stands first stays first": ("+x a b", "b a", "x b a"),
}


@pytest.mark.parametrize(("file", "today", "order"), MOVES.values(), ids=MOVES)
def test_order_where_docgens_counts(file: str, today: str, order: str) -> None:
    found = arranged(slots(file), comings(today), is_generated=True)
    assert " ".join(found) == order


RETURNS = {
    "behind what people had before it": ("a +x b- c", "a b! c"),
    "behind the last that people had before it": ("a +x +y b- c", "a b! c"),
    "before what people had behind it": ("a b- +x c", "a b! c"),
    "between": ("a +x b- +y c", "a b! c"),
    "two": ("a +x b- c- +y d", "a b! c! d"),
    "two, with something between": ("a b- +x c- d", "a b! c! d"),
    "at the beginning": ("+x a- b", "a! b"),
    "at the end": ("a +x b-", "a b!"),
}


@pytest.mark.parametrize(("file", "today"), RETURNS.values(), ids=RETURNS)
def test_what_goes_comes_back_to_its_place(file: str, today: str) -> None:
    before = slots(file)
    notes = {key: frozenset({note}) for key, note in noted_predecessors(before)}
    left = arranged(before, [c for c in comings(today) if not c.is_added])
    there = [slot for key in left for slot in before if slot.key == key]
    assert [*arranged(there, comings(today), notes)] == [slot.key for slot in before]
