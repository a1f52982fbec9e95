"""Other names in a piece of Python: where they are replaced, and where not."""

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
    "the module on its way": (
        "from graph.models.boat import Boat\n",
        "from graph.models.vessel import Vessel\n",
    ),
    "a name behind letters of another script": ("ü = Boat", "ü = Vessel"),
    "names on lines that end as on Windows": (
        "Boat\r\nBoat\r\n",
        "Vessel\r\nVessel\r\n",
    ),
}


@pytest.mark.parametrize(("text", "expected"), REPLACED.values(), ids=REPLACED.keys())
def test_is_replaced(text: str, expected: str) -> None:
    assert renamed(text, RENAMING) == expected
    assert renamed(expected, RENAMING.reverse) == text


LEFT = {
    "a part of a name": "Boats, my_Boat, Boat2",
    "a text": "x = 'Boat'",
    "a comment": "x = 1  # Boat",
    "what is in an f-string": "f'{Boat}'",
    "a module of that name elsewhere": "import ours.boat",
    "a value of that name": "boat = 1",
    "what can't be taken apart": "(Boat",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_stays(text: str) -> None:
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
def test_tells_whether_a_new_name_is_in_use(text: str, expected: bool) -> None:
    assert uses_new_name(text, RENAMING) is expected
