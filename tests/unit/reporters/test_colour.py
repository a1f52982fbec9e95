"""When there is colour."""

import pytest

from docgen.reporters import wants_colour

DECISIONS = {
    "on a terminal": ("auto", {}, True, True),
    "not in a pipe": ("auto", {}, False, False),
    "not on a dumb terminal": ("auto", {"TERM": "dumb"}, True, False),
    "not if NO_COLOR is set": ("auto", {"NO_COLOR": "1"}, True, False),
    "if NO_COLOR is empty": ("auto", {"NO_COLOR": ""}, True, True),
    "in a pipe if FORCE_COLOR is set": ("auto", {"FORCE_COLOR": "1"}, False, True),
    "not if both are set": (
        "auto",
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        True,
        False,
    ),
    "if the option is always": ("always", {"NO_COLOR": "1"}, False, True),
    "not if the option is never": ("never", {"FORCE_COLOR": "1"}, True, False),
}


@pytest.mark.parametrize(
    ("wish", "environment", "is_terminal", "expected"),
    DECISIONS.values(),
    ids=DECISIONS.keys(),
)
def test_there_is_colour(
    wish: str, environment: dict[str, str], is_terminal: bool, expected: bool
) -> None:
    assert wants_colour(wish, environment, is_terminal=is_terminal) is expected
