"""Names of operations: the words of a label without those that say nothing."""

import time

import pytest

from docgen.python.signatures.method_names import (
    label_words,
    page_words,
    short_label_words,
)

NAMES = {
    "the own name": ("Get ship", "ship", "get"),
    "the own name with an article": ("Get the ship", "ship", "get"),
    "the verb alone": ("Get", "ship", "get"),
    "the own name in two words": ("Delete cargo ship", "cargoShip", "delete"),
    "the plural in a list": ("List cargoShips", "cargoShip", "list"),
    "the plural of another verb stays": ("Update ships", "ship", "update_ships"),
    "your": ("List your ships", "ship", "list"),
    "my stays": ("List my ships", "ship", "list_my"),
    "enumerate is list": ("Enumerate ships", "ship", "list"),
    "another name stays": ("List members", "ship", "list_members"),
    "inside a word it stays": ("checkShipCrew", "ship", "check_ship_crew"),
    "the first word stays": ("ship", "ship", "ship"),
    "a preposition before the own name": ("Add tug to ship", "ship", "add_tug"),
    "a preposition of the verb": ("Check in", "ship", "check_in"),
    "a preposition of a word": ("listMemberOf", "ship", "list_member_of"),
    "from something else": ("Create ship from plan", "ship", "create_from_plan"),
    "action after a word": ("assignCrew action", "ship", "assign_crew"),
    "function after a word": ("delta function", "ship", "delta"),
    "get before delta": ("Get delta", "ship", "delta"),
    "get before delta of the own name": ("Get delta for ships", "ship", "delta"),
    "delta of something else": ("Get crew delta", "ship", "get_crew_delta"),
    "action of its own": ("List action items", "ship", "list_action_items"),
    "a possessive": ("Update ship member's role", "ship", "update_member_role"),
    "a subject": ("ship: assignCrew", "ship", "assign_crew"),
    "all after list": ("List all ships", "ship", "list"),
    "all of after list": ("List all of the ships", "ship", "list"),
    "all of something else": ("List all ships", "harbour", "list_ships"),
    "all after get": ("Get all ships", "harbour", "get_all_ships"),
    "all later": ("List changes for all ships", "bay", "list_changes_for_all_ships"),
    "a verb in the third person": ("Gets the ship", "ship", "get"),
    "a plural that is not a verb": ("Logs of ship", "ship", "logs"),
    "a remark": ("Get ship (deprecated)", "ship", "get"),
    "nothing": ("", "ship", "call"),
    "marks": ("***", "ship", "call"),
}


@pytest.mark.parametrize(("label", "own", "expected"), NAMES.values(), ids=NAMES)
def test_words_that_say_nothing_are_dropped(
    label: str, own: str, expected: str
) -> None:
    assert "_".join(label_words(label, own)) == expected


def test_a_label_of_many_words_takes_time_in_proportion() -> None:
    begun = time.process_time()
    assert len(label_words("Get " + "tug b " * 200_000, "ship")) == 400_001
    assert time.process_time() - begun < 15, "are the words copied for each word?"


SHORT = {
    "the last word of the own name": ("Get item", "driveItem", "get"),
    "its plural in a list": ("List items", "driveItem", "list"),
    "before a preposition": ("List items in port", "driveItem", "list_in_port"),
    "before another word": ("List item sizes", "driveItem", None),
    "another word": ("Get log", "driveItem", None),
}


@pytest.mark.parametrize(("label", "own", "expected"), SHORT.values(), ids=SHORT)
def test_the_last_words_of_the_own_name_can_be_dropped(
    label: str, own: str, expected: str | None
) -> None:
    words = short_label_words(label, own)
    assert (None if words is None else "_".join(words)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("api/ship-list-logs.md", "list_logs"),
        ("tug-list-logs.md", "tug_list_logs"),
        ("api/fleet-old-Ship-get.md", "fleet_old_get"),
        ("api/ship.md", "ship"),
    ],
    ids=["of the type", "of another type", "the type in the middle", "nothing else"],
)
def test_words_of_a_file_name(path: str, expected: str) -> None:
    assert "_".join(page_words(path, "ship")) == expected
