"""Renamed operations: which methods are the same, and what happens to hand-written code."""

import pytest

from docgen.edits.renamed_operations import same_operations
from docgen.edits.renames import with_renamed_members
from docgen.pycode import definition_lines

SHORTER = {
    "own words": ("ShipLog", "list_ship_logs", "list"),
    "an article": ("ShipLog", "get_the_ship_log", "get"),
    "own words in the middle": ("Ship", "create_ship_from_plan", "create_from_plan"),
    "a preposition": ("Ship", "add_deck_to_ship", "add_deck"),
    "an irregular plural": ("City", "list_cities", "list"),
    "another irregular plural": ("Class", "list_classes", "list"),
    "an underscore at the end": ("Ship", "list_", "list"),
    "an underscore at the new end": ("Ship", "return_ship", "return_"),
    "the coroutine": ("AsyncShip", "get_ship", "get"),
}
OTHER = {
    "another verb": ("Ship", "get_ship", "read"),
    "other words": ("Ship", "list_harbours", "list"),
    "more words": ("Ship", "list", "list_ships"),
    "another order": ("Ship", "add_deck_ship", "add_ship_deck"),
    "nothing in common": ("Ship", "sail", "sink"),
}


def pairs(owner: str, old: str, new: str) -> list[tuple[str, str]]:
    return [*same_operations(f"{owner}Operations", [old], [new], "", "")]


@pytest.mark.parametrize(("owner", "old", "new"), SHORTER.values(), ids=SHORTER.keys())
def test_shorter_name_is_that_of_the_same_operation(
    owner: str, old: str, new: str
) -> None:
    assert pairs(owner, old, new) == [(old, new)]


@pytest.mark.parametrize(("owner", "old", "new"), OTHER.values(), ids=OTHER.keys())
def test_other_name_is_that_of_another_operation(
    owner: str, old: str, new: str
) -> None:
    assert pairs(owner, old, new) == []


def test_other_classes_have_no_operations() -> None:
    assert [*same_operations("Ship", ["get_ship"], ["get"], "", "")] == []


PATH = "graph/operations/boat.py"


def protocol(name: str, parameters: str = "", page: str = "", text: str = "") -> str:
    return f'''class BoatOperations(Protocol):
    """Operations of `boat`."""

    def {name}(self{parameters}) -> Boat:
        """{text or "Read a boat."}

        See `{page or "api/boat-get.md"}`.
        """
        ...
'''


LAST = protocol("get_boat")
EDITED = protocol("get_boat", ", key: str")
HELPER = "\n    def helper(self) -> Boat:\n        return self.get_boat()\n"


def renamed(edited: str, new: str) -> tuple[str, bool]:
    """Return an edited file with new names, and whether `get` counts as edited in it."""
    last, wanted = definition_lines(PATH, LAST), definition_lines(PATH, new)
    found = with_renamed_members(PATH, last, wanted, edited, new)
    in_file = definition_lines(PATH, found.source)
    return found.source, lines_of_get(in_file) != lines_of_get(found.base)


def lines_of_get(lines: tuple[str, ...]) -> list[str]:
    return [one for one in lines if one.startswith("BoatOperations.get\t")]


def test_edited_operation_gets_its_shorter_name() -> None:
    new = protocol("get", ", boat_id: str", page="api/other.md", text="Fetch it.")
    assert renamed(EDITED, new) == (EDITED.replace("get_boat", "get"), True)


def test_operation_with_the_same_page_gets_any_new_name() -> None:
    new = protocol("fetch", ", boat_id: str", text="Fetch it.")
    assert renamed(EDITED, new)[0] == EDITED.replace("get_boat", "fetch")


def test_operation_that_a_helper_calls_is_not_edited_by_its_new_name() -> None:
    new = protocol("get", ", boat_id: str")
    expected = (LAST + HELPER).replace("get_boat", "get")
    assert renamed(LAST + HELPER, new) == (expected, False)


def test_page_with_two_new_operations_decides_nothing() -> None:
    other = protocol("fetch_content", text="Read it.").partition("\n\n")[2]
    new = protocol("fetch", text="Fetch it.") + "\n" + other
    assert renamed(EDITED, new)[0] == EDITED


def test_page_with_two_new_operations_leaves_the_decision_to_the_names() -> None:
    other = protocol("get_content", text="Read it.").partition("\n\n")[2]
    new = protocol("get", ", boat_id: str") + "\n" + other
    assert renamed(EDITED, new)[0] == EDITED.replace("get_boat", "get")
