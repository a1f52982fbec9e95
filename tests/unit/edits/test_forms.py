"""The way back: order and blank lines that a scope had before a page changed it."""

import pytest

from docgen.edits.merge import MergeResult, merge
from docgen.pycode import definitions

PATH = "graph/models/ship.py"
HEAD = "class Ship(Entity):\n"
NAME, SIZE, CREW = (f"    {name}: int\n" for name in ("name", "size", "crew"))
SHIP = HEAD + NAME + SIZE + CREW
LAST = MergeResult(text=SHIP, definitions=definitions(PATH, SHIP))


def merged(last: MergeResult, today: str, theirs: str = "") -> MergeResult:
    return merge(PATH, last.definitions, theirs or last.text, today).value


def there_and_back(theirs: str, *pages: str) -> list[str]:
    """Give what becomes of an edited file while its page changes, and changes back."""
    file, texts = MergeResult(text=theirs, definitions=LAST.definitions), []
    for today in (*pages, *reversed(pages[:-1]), SHIP):
        file = merged(file, today)
        texts.append(file.text)
    return texts


MINE = "    mine = 1\n"
EDITED = {
    "blank lines above what goes": HEAD + NAME + "\n\n" + SIZE + CREW + MINE,
    "blank lines below what goes": HEAD + NAME + SIZE + "\n\n" + CREW + MINE,
    "a blank line below the head": HEAD + "\n" + NAME + SIZE + CREW + MINE,
    "a blank line at the end": HEAD + NAME + SIZE + CREW + MINE + "\n\n",
    "two of their own between two that go": HEAD + NAME + MINE + SIZE + MINE + CREW,
    "an order of their own": HEAD + CREW + MINE + NAME + SIZE,
    "a comment that stands alone": HEAD + NAME + "\n    # mine\n\n" + SIZE + CREW,
    "a statement behind nothing": HEAD + MINE + "\n" + NAME + SIZE + CREW,
    "a member less": HEAD + NAME + "\n\n" + CREW + MINE,
}
PAGES = {
    "a member goes": HEAD + NAME + CREW,
    "the first member goes": HEAD + SIZE + CREW,
    "all but one go": HEAD + SIZE,
    "a member comes": HEAD + NAME + "    port: int\n" + SIZE + CREW,
    "one comes and one goes": HEAD + "    port: int\n" + NAME + CREW,
    "members change places": HEAD + CREW + NAME + SIZE,
    "the last becomes the first of two": HEAD + CREW + NAME,
    "an import comes": "import os\n\n\n" + SHIP,
}


@pytest.mark.parametrize("today", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("theirs", EDITED.values(), ids=EDITED)
def test_a_page_that_is_as_it_was_gives_the_file_back(theirs: str, today: str) -> None:
    assert there_and_back(theirs, today)[-1] == theirs


@pytest.mark.parametrize("other", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("one", PAGES.values(), ids=PAGES)
def test_so_do_two_changes_one_after_the_other(one: str, other: str) -> None:
    theirs = EDITED["blank lines below what goes"]
    first, _, again, whole = there_and_back(theirs, one, other)
    assert (again, whole) == (first, theirs)


@pytest.mark.parametrize("rows", ["", NAME, SIZE, CREW + "    port: int\n"])
def test_an_order_of_their_own_outlives_a_page_that_leaves_no_order(rows: str) -> None:
    moved, page = HEAD + SIZE + CREW + NAME, HEAD + (rows or "    pass\n")
    file = merged(LAST, SHIP, moved)
    there = merged(file, page)
    assert there.text == page
    assert merged(there, page) == there
    assert merged(there, SHIP).text == moved


def test_many_blank_lines_come_back() -> None:
    theirs = HEAD + NAME + "\n" * 40 + SIZE + CREW + MINE
    assert there_and_back(theirs, PAGES["members change places"])[-1] == theirs


def test_a_class_that_goes_comes_back_as_it_was() -> None:
    theirs = "import os  # mine\n\n\n" + HEAD + "\n" + NAME + SIZE + "\n\n" + CREW
    base = "import os\n\n\n" + SHIP
    file = MergeResult(text=theirs, definitions=definitions(PATH, base))
    gone = merged(file, "import os\n")
    assert gone.text == "import os  # mine\n"
    assert merged(gone, base).text == theirs


def test_once_people_moved_something_their_order_stays() -> None:
    file = merged(LAST, PAGES["a member goes"], EDITED["blank lines above what goes"])
    moved = HEAD + MINE + "\n" + NAME + CREW
    assert merged(file, SHIP, moved).text.startswith(HEAD + MINE + "\n" + NAME)


def test_once_people_changed_blank_lines_theirs_stay() -> None:
    file = merged(LAST, PAGES["a member goes"], EDITED["blank lines below what goes"])
    spaced = file.text.replace(MINE, "\n\n\n" + MINE)
    assert "\n\n\n" + MINE in merged(file, SHIP, spaced).text


def test_an_order_that_changed_on_the_page_meanwhile_counts() -> None:
    theirs = EDITED["blank lines above what goes"]
    file = merged(LAST, PAGES["a member goes"], theirs)
    other = merged(file, HEAD + CREW + NAME + SIZE)
    places = [other.text.index(row) for row in (CREW, NAME)]
    assert places == sorted(places)


def test_what_is_remembered_goes_with_the_last_step_back() -> None:
    theirs = EDITED["blank lines above what goes"]
    untouched = merged(LAST, SHIP, theirs)
    gone = merged(untouched, PAGES["a member goes"])
    assert any("@\t" in line for line in gone.definitions)
    assert merged(gone, SHIP) == untouched


def test_a_page_that_changes_on_and_on_leaves_no_trail() -> None:
    file = merged(LAST, SHIP, EDITED["blank lines above what goes"])
    for number in range(9):
        file = merged(file, HEAD + NAME + f"    row_{number}: int\n" + CREW)
    notes = [line for line in file.definitions if line.startswith("Ship.@\t")]
    assert len(notes) <= 4


@pytest.mark.parametrize("note", ["", "0", "x" * 47, "0" * 33, "0" * 31, "f" * 500])
def test_a_note_that_is_none_is_passed_over(note: str) -> None:
    odd = MergeResult(
        text=EDITED["blank lines above what goes"],
        definitions=(*LAST.definitions, f"Ship.@\t{note}"),
    )
    assert merged(odd, SHIP).text == odd.text
    assert NAME not in merged(odd, HEAD + SIZE + CREW).text
