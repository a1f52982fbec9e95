"""Renaming identifiers in a piece of Python."""

import pytest

from docgen.pycode.identifiers import Renaming, renamed, uses_new_name

RENAMING = Renaming(
    names={"Boat": "Vessel", "BoatOperations": "VesselOperations"},
    paths={("models", "boat"): ("models", "vessel")},
)

REPLACED = {
    "a class": ("class Boat(Model): ...", "class Vessel(Model): ..."),
    "an attribute": ("models.Boat()", "models.Vessel()"),
    "an annotation": ("def f(a: Boat) -> Boat: ...", "def f(a: Vessel) -> Vessel: ..."),
    "every name on a line": ("Boat, Boat, Boat", "Vessel, Vessel, Vessel"),
    "the class of operations": ("BoatOperations", "VesselOperations"),
    "the module of an import": (
        "from graph.models.boat import Boat\n",
        "from graph.models.vessel import Vessel\n",
    ),
    "a name after letters of another script": ("ü = Boat", "ü = Vessel"),
    "names on lines with CRLF line endings": (
        "Boat\r\nBoat\r\n",
        "Vessel\r\nVessel\r\n",
    ),
}


@pytest.mark.parametrize(("text", "expected"), REPLACED.values(), ids=REPLACED.keys())
def test_identifier_is_renamed(text: str, expected: str) -> None:
    assert renamed(text, RENAMING) == expected
    assert renamed(expected, RENAMING.reverse) == text


UNCHANGED = {
    "a part of a name": "Boats, my_Boat, Boat2",
    "a string": "x = 'Boat'",
    "a comment": "x = 1  # Boat",
    "a name in an f-string": "f'{Boat}'",
    "a module of that name in another package": "import ours.boat",
    "a variable of that name": "boat = 1",
    "invalid Python": "(Boat",
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_other_text_is_not_renamed(text: str) -> None:
    assert renamed(text, RENAMING) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vessel()", True),
        ("models.vessel.x", True),
        ("vessel = 1", False),
        ("'Vessel'", False),
        ("Boat()", False),
    ],
)
def test_uses_new_name(text: str, expected: bool) -> None:
    assert uses_new_name(text, RENAMING) is expected
