"""Renamed members: which hand-written code is renamed with them."""

import pytest

from docgen.edits.renames import with_renamed_members
from docgen.pycode import definition_lines

PATH = "graph/models/boat.py"

LAST = '''\
class Boat(Model):
    """A boat."""

    name: str | None = None
    """What it is called."""

    length: int | None = None
    """In feet."""
'''
NEW = LAST.replace("length", "extent")
EDITED = LAST.replace("int | None = None", "int = 24")
METHOD = """
    def is_long(self) -> bool:
        return (self.length or 0) > 40
"""


def renamed(edited: str, new: str = NEW) -> str:
    """Return the edited source code with the new names."""
    last, current = definition_lines(PATH, LAST), definition_lines(PATH, new)
    return with_renamed_members(PATH, last, current, edited, new).source


RENAMED = {
    "an edited field": (EDITED, EDITED.replace("length", "extent")),
    "a field that a method uses": (
        LAST + METHOD,
        (LAST + METHOD).replace("length", "extent"),
    ),
    "all uses of a field in the class": (
        EDITED + METHOD + METHOD.replace("is_long", "is_huge"),
        (EDITED + METHOD + METHOD.replace("is_long", "is_huge")).replace(
            "length", "extent"
        ),
    ),
    "no use outside of the class": (
        EDITED + "\n\ndef length(self: Boat) -> int:\n    return self.length\n",
        EDITED.replace("length", "extent")
        + "\n\ndef length(self: Boat) -> int:\n    return self.length\n",
    ),
    "no equal name with another meaning": (
        EDITED + "\n    def f(self, other: Boat, length: int): other.length\n",
        EDITED.replace("length", "extent")
        + "\n    def f(self, other: Boat, length: int): other.length\n",
    ),
}


@pytest.mark.parametrize(("edited", "expected"), RENAMED.values(), ids=RENAMED.keys())
def test_renames(edited: str, expected: str) -> None:
    assert renamed(edited) == expected


UNCHANGED = {
    "an unedited field that no code uses": (LAST, NEW),
    "a field with another description": (EDITED, NEW.replace("In feet.", "In metres.")),
    "a field of another type": (EDITED, NEW.replace("int |", "float |")),
    "a field with two possible new names": (
        EDITED,
        NEW + '\n    reach: int | None = None\n    """In feet."""\n',
    ),
    "a field whose new name is used": (
        EDITED + "\n    def f(self): return self.extent\n",
        NEW,
    ),
    "a field of a missing class": ("length = 1\n", NEW),
    "invalid Python": (EDITED + "(", NEW),
}


@pytest.mark.parametrize(("edited", "new"), UNCHANGED.values(), ids=UNCHANGED.keys())
def test_does_not_rename(edited: str, new: str) -> None:
    assert renamed(edited, new) == edited


def ambiguous_renames(edited: str, new: str) -> list[str]:
    last, current = definition_lines(PATH, LAST), definition_lines(PATH, new)
    return [
        one.message
        for one in with_renamed_members(PATH, last, current, edited, new).diagnostics
        if one.code == "ambiguous-rename"
    ]


REDESCRIBED = NEW.replace("In feet.", "In metres.")


def test_one_removed_and_one_added_field_are_an_ambiguous_rename() -> None:
    reported = ["`Boat.length` may have been renamed to `extent`; nothing was changed"]
    assert ambiguous_renames(EDITED, REDESCRIBED) == reported
    assert ambiguous_renames(LAST + METHOD, REDESCRIBED) == reported


def test_other_changes_are_not_an_ambiguous_rename() -> None:
    assert ambiguous_renames(EDITED, f"{REDESCRIBED}\n    reach: int = 0\n") == []
    assert ambiguous_renames(LAST, REDESCRIBED) == []
    assert ambiguous_renames(EDITED, NEW) == []


def test_rename_is_reported_at_the_field() -> None:
    last, current = definition_lines(PATH, LAST), definition_lines(PATH, NEW)
    found = with_renamed_members(PATH, last, current, EDITED, NEW)
    (reported,) = found.diagnostics
    assert (reported.code, reported.span.line, reported.span.column) == (
        "moved-code",
        7,
        5,
    )
    assert "`Boat.length` is now `extent`" in reported.message
    assert {*found.base} >= {
        line for line in current if line.startswith("Boat.extent\t")
    }
