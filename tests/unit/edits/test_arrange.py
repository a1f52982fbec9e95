"""The order of a scope: anchors, and the hand-written parts after them.

A file is a list of words: `a` is in the new code as well, `a-` is removed, `+a` is hand-written.
In the new code `a!` is added.
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


def new_parts(new: str) -> list[NewPart]:
    return [
        NewPart(key=word.strip("!"), is_added=word.endswith("!"))
        for word in new.split()
    ]


ORDERS = {
    "nothing new": ("a +x b", "a b", "a x b"),
    "an added part follows its predecessor": ("a +x b", "a n! b", "a n x b"),
    "consecutive added parts stay together": (
        "a +x b",
        "a n! m! b",
        "a n m x b",
    ),
    "an added first part is first": ("+x a", "n! a", "n x a"),
    "a hand-written part after a removed part is kept": ("a b- +x c", "a c", "a x c"),
    "all generated parts are removed": ("a- +x b-", "", "x"),
    "all parts are added": ("", "a! b!", "a b"),
}


@pytest.mark.parametrize(("file", "new", "order"), ORDERS.values(), ids=ORDERS)
def test_order_of_an_edited_scope(file: str, new: str, order: str) -> None:
    assert " ".join(arranged(slots(file), new_parts(new))) == order


MOVES = {
    "anchors have the new order": ("a b c", "c a b", "c a b"),
    "a hand-written part moves with its anchor": ("a +x b", "b a", "b a x"),
    "a hand-written first part stays first": ("+x a b", "b a", "x b a"),
}


@pytest.mark.parametrize(("file", "new", "order"), MOVES.values(), ids=MOVES)
def test_order_of_an_unedited_scope(file: str, new: str, order: str) -> None:
    found = arranged(slots(file), new_parts(new), is_generated=True)
    assert " ".join(found) == order


RETURNS = {
    "after a hand-written part": ("a +x b- c", "a b! c"),
    "after the last of several hand-written parts": ("a +x +y b- c", "a b! c"),
    "before a hand-written part": ("a b- +x c", "a b! c"),
    "between hand-written parts": ("a +x b- +y c", "a b! c"),
    "two parts": ("a +x b- c- +y d", "a b! c! d"),
    "two parts around a hand-written part": ("a b- +x c- d", "a b! c! d"),
    "at the start": ("+x a- b", "a! b"),
    "at the end": ("a +x b-", "a b!"),
}


@pytest.mark.parametrize(("file", "new"), RETURNS.values(), ids=RETURNS)
def test_restored_part_has_its_old_position(file: str, new: str) -> None:
    before = slots(file)
    notes = {key: frozenset({note}) for key, note in noted_predecessors(before)}
    left = arranged(before, [part for part in new_parts(new) if not part.is_added])
    remaining = [slot for key in left for slot in before if slot.key == key]
    assert [*arranged(remaining, new_parts(new), notes)] == [
        slot.key for slot in before
    ]


def test_restored_part_is_before_a_hand_written_import_that_it_preceded() -> None:
    before = [
        Slot(key="i", fate="anchor", is_import=True),
        Slot(key="c", fate="dropped"),
        Slot(key="x", fate="hand-written", is_import=True),
        Slot(key="b", fate="anchor"),
    ]
    notes = {key: frozenset({note}) for key, note in noted_predecessors(before)}
    new = [
        NewPart(key="i", is_leading=True),
        NewPart(key="c", is_added=True),
        NewPart(key="b"),
    ]
    kept = [slot for slot in before if slot.fate != "dropped"]
    assert arranged(kept, new, notes) == ("i", "c", "x", "b")
    assert arranged(kept, new) == ("i", "x", "c", "b")


def test_part_before_a_generated_import_has_no_note() -> None:
    parts = [
        Slot(key="c", fate="dropped"),
        Slot(key="i", fate="anchor", is_import=True),
    ]
    assert [*noted_predecessors(parts)] == []
